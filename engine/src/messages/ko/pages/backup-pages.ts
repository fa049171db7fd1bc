import type { Pages } from '../../page.ts'

/** Backups and restores. */
export const backupPages: Pages['errors'] = {
  'BACKUP-DAMAGED': {
    why: '백업의 모든 파일은 크기와 체크섬이 매니페스트에 있는데 일부가 그와 다릅니다. 복사가 끊겼거나, 디스크가 손상되었거나, 누군가 바꿨습니다.',
    fix: '백업을 여러 개, 여러 디스크에 두고 가끔 `trueup backup verify`로 확인하세요.',
  },
  'BACKUP-EXISTS': {
    why: '백업은 다른 백업을 덮어쓰지 않습니다.',
    fix: '--to를 쓰지 않으면 시각이 든 이름이 자동으로 붙습니다.',
  },
  'BACKUP-FORMAT': {
    why: '더 새로운 버전의 이 도구가 쓴 백업입니다.',
    fix: '그 버전을 설치하세요: `npx trueup@<버전>`.',
  },
  'BACKUP-INCOMPLETE': {
    why: '매니페스트는 마지막에 쓰는데, 그 전에 실행이 끝났습니다.',
    fix: '더 오래된 백업을 쓰거나 새로 만드세요.',
  },
  'BACKUP-MISSING': {
    why: '폴더에 manifest.json이 없습니다.',
    fix: '전체 폴더가 아니라 백업 하나의 폴더를 지정하세요.',
  },
  'USAGE-NUMBER': { why: '이 옵션은 0보다 큰 정수를 받습니다.', fix: '숫자만 쓰세요.' },
  'BACKUP-PASSPHRASE-FILE': {
    why: '암호는 명령 기록에 남지 않도록 파일에서 읽는데, 그 파일을 읽을 수 없습니다.',
    fix: '경로와 권한을 확인하세요.',
  },
  'BACKUP-PASSPHRASE-NEEDED': {
    why: '암호화하여 만든 백업입니다. 암호가 없으면 아무도 읽을 수 없습니다.',
    fix: '암호는 백업을 만든 곳에 있습니다. 백업 작업의 설정을 확인하세요.',
  },
  'BACKUP-PASSPHRASE-SHORT': {
    why: '백업의 복사본을 가진 사람은 제한 없이 암호를 시험해 볼 수 있습니다.',
    fix: '프로그램으로 암호를 만드세요.',
  },
  'BACKUP-PASSPHRASE-WRONG': {
    why: '주어진 암호로 백업이 열리지 않습니다. 파일의 첫 줄에서 줄바꿈을 뺀 것이 암호입니다.',
    fix: '예전 암호를 찾아보세요. 새 암호로 바꿔도 그 전에 만든 백업은 바뀌지 않습니다.',
  },
  'BACKUP-READ': {
    why: '백업 파일이 있지만 읽지 못했습니다.',
    fix: '다른 사용자가 복사한 파일에는 읽기 권한이 없는 경우가 많습니다.',
  },
  'BACKUP-SCHEMA-EMPTY': {
    why: '스키마에 테이블이 없어 보관할 것이 없습니다. 이름을 잘못 써도 똑같이 보입니다.',
    fix: '이름을 확인하세요. 보통 소문자입니다.',
  },
  'BACKUP-TABLE-MISSING': {
    why: 'search_path에 이 이름의 테이블이 없습니다.',
    fix: '이름 앞에 스키마를 쓰세요.',
  },
  'BACKUP-WRITE': {
    why: '백업 파일을 쓰지 못했습니다. 대개 디스크가 찬 것입니다. 쓰다 만 백업은 지웠습니다.',
    fix: '행은 압축하므로 백업은 테이블보다 작고, 인덱스는 들어가지 않습니다.',
  },
  'RESTORE-COUNT': {
    why: '백업이 센 것과 다른 수의 행이 도착하여, 반만 채우는 대신 테이블을 비워 두었습니다.',
    fix: '대상의 트리거나 규칙이 행을 삼켰을 수 있습니다. 아니라면 백업이 손상된 것입니다.',
  },
  'RESTORE-EXISTS': {
    why: '대상에 같은 이름의 테이블이 있습니다. 복원은 이미 있는 것을 덮어쓰지 않습니다.',
    fix: '예전 행을 지금 것 옆에서 보려면 스키마에 복원하세요: `--into before_the_accident`.',
  },
  'RESTORE-INTO-IMPOSSIBLE': {
    why: '다른 스키마로 복원하려면 먼저 내장 PostgreSQL에서 이름을 바꾸는데, 테이블에 필요한 것이 거기에 없습니다.',
    fix: '별도의 데이터베이스에 복원하세요.',
  },
  'RESTORE-INTO-SEVERAL': {
    why: '--into는 모든 테이블을 한 스키마에 넣는데, 여러 스키마의 테이블은 이름이 겹칠 수 있습니다.',
    fix: '스키마를 하나씩 복원하세요.',
  },
  'RESTORE-NEEDS-YES': {
    why: '프로덕션에서는 복원하기 전에 묻는데, 터미널이 없으면 답할 사람이 없습니다.',
    fix: '스크립트에서는 --yes를 추가하세요.',
  },
  'RESTORE-OLDER-SERVER': {
    why: '더 오래된 PostgreSQL은 새 버전이 쓴 것을 모두 이해하지 못합니다.',
    fix: '행만 옮길 수는 있습니다. 백업 파일에는 COPY가 쓴 내용이 gzip으로 들어 있습니다.',
  },
  'RESTORE-STATEMENT': {
    why: 'PostgreSQL이 백업에 든 스키마의 한 문장을 거절했습니다.',
    fix: '메시지에 나온 확장이나 역할을 만든 뒤 다시 복원하세요.',
  },
  'RESTORE-STOPPED': {
    why: '복원을 계속할 수 없었습니다. 지금 있는 테이블은 온전합니다. 행이 먼저이고 키와 인덱스는 그다음입니다.',
    fix: '빈 데이터베이스에서 다시 시작하세요. 빠진 것을 찾는 것보다 빠릅니다.',
  },
  'RESTORE-TABLE-AMBIGUOUS': {
    why: '여러 스키마에 이 이름의 테이블이 있고, 그중 대상의 search_path에 있는 스키마가 없습니다. 예를 들어 `--into`로 복원한 뒤에 만든 백업에는 테이블과 예전 사본이 함께 들어 있습니다.',
    fix: '이름 앞에 스키마를 적으세요: `--tables public.likes`.',
  },
  'RESTORE-TABLE-MISSING': {
    why: '이 테이블 없이 만든 백업이거나, 백업에서는 이름이 다릅니다.',
    fix: '`trueup backup list`와 manifest.json에 무엇이 들어 있는지 나옵니다.',
  },
}
