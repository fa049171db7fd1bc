import type { Damage } from '../../backup/read/damage.ts'
import type { Messages } from '../catalogue.ts'

const damage: Readonly<Record<Damage['problem'], string>> = {
  missing: '파일이 없습니다',
  size: '크기가 기록할 때와 다릅니다',
  checksum: '내용이 기록할 때와 다릅니다',
  path: '백업 폴더 밖의 파일을 가리킵니다',
  unreadable: '읽거나 압축을 풀 수 없습니다',
  rows: '행 수가 기록과 다릅니다',
}

export const backupErrors: Pick<
  Messages['errors'],
  Extract<keyof Messages['errors'], `BACKUP-${string}` | `RESTORE-${string}` | 'USAGE-NUMBER'>
> = {
  'BACKUP-DAMAGED': {
    message: (p) =>
      `백업 "${p.folder}"이(가) 손상되었습니다: 파일 ${p.damages.length}개가 기록할 때와 다릅니다`,
    detail: (p) => p.damages.map(({ path, problem }) => `"${path}": ${damage[problem]}.`).join('\n'),
    hint: () => '다른 백업이나 이 백업의 다른 사본을 사용하세요. 아무것도 바뀌지 않았습니다.',
  },
  'BACKUP-EXISTS': {
    message: (p) => `"${p.folder}"이(가) 이미 있습니다`,
    hint: () =>
      '--to로 다른 폴더를 지정하세요. 이름이 .partial로 끝나는 폴더는 강제로 종료된 실행이 남긴 것이니 직접 지우세요.',
  },
  'BACKUP-FORMAT': {
    message: (p) => `백업 "${p.folder}"의 형식 ${p.format}을(를) 이 버전은 알지 못합니다`,
    hint: (p) => `이 백업을 만든 trueup ${p.version} 이상을 사용하세요.`,
  },
  'BACKUP-INCOMPLETE': {
    message: (p) => `"${p.folder}"은(는) 끝까지 만들어지지 않은 백업입니다`,
    hint: () => '다른 백업을 사용하세요. 이 폴더는 온전하지 않으므로 지워도 됩니다.',
  },
  'BACKUP-MISSING': {
    message: (p) => `"${p.folder}"에 백업이 없습니다`,
    hint: () => '`trueup backup list`로 백업 목록을 확인하세요.',
  },
  'USAGE-NUMBER': {
    message: (p) => `옵션 "${p.flag}"에는 1 이상의 정수가 필요합니다`,
    hint: (p) => `${p.flag}=7처럼 쓰세요.`,
  },
  'BACKUP-PASSPHRASE-FILE': {
    message: (p) => `암호문 파일 "${p.file}"을(를) 읽지 못했습니다 (${p.reason})`,
    hint: () => '읽을 수 있는 파일을 지정하세요. 첫 줄을 암호문으로 씁니다.',
  },
  'BACKUP-PASSPHRASE-NEEDED': {
    message: (p) => `백업 "${p.folder}"은(는) 암호화되어 있습니다`,
    hint: () => '백업할 때 쓴 암호문을 지정하세요: --passphrase-file <파일>.',
  },
  'BACKUP-PASSPHRASE-SHORT': {
    message: (p) => `"${p.file}"의 암호문이 ${p.lengthMin}자보다 짧습니다`,
    hint: () =>
      '짧은 암호문은 백업을 손에 넣은 사람이 금방 알아낼 수 있습니다. `openssl rand -base64 24`로 만들고 백업과 다른 곳에 보관하세요.',
  },
  'BACKUP-PASSPHRASE-WRONG': {
    message: (p) => `암호문이 백업 "${p.folder}"의 것이 아닙니다`,
    detail: () => '누군가 매니페스트를 일부러 고쳤을 가능성도 있습니다.',
    hint: () => '백업할 때 쓴 암호문을 지정하세요.',
  },
  'BACKUP-READ': {
    message: (p) => `"${p.file}"을(를) 읽지 못했습니다 (${p.reason})`,
    hint: () => '폴더의 권한과 디스크 상태를 확인하세요.',
  },
  'BACKUP-SCHEMA-EMPTY': {
    message: (p) => `스키마 "${p.schema}"에 테이블이 없습니다`,
    hint: () => '이름과 연결된 데이터베이스가 맞는지 확인하세요.',
  },
  'BACKUP-TABLE-MISSING': {
    message: (p) => `데이터베이스에 테이블 "${p.table}"이(가) 없습니다`,
    hint: () => 'SQL에서처럼 users, 또는 search_path 밖에 있으면 billing.invoices와 같이 쓰세요.',
  },
  'BACKUP-WRITE': {
    message: (p) =>
      p.reason === 'ENOSPC' || p.reason === 'EDQUOT'
        ? `디스크가 가득 차서 "${p.file}"을(를) 쓰지 못했습니다 (${p.reason})`
        : `"${p.file}"을(를) 쓰지 못했습니다 (${p.reason})`,
    hint: (p) =>
      p.reason === 'ENOSPC' || p.reason === 'EDQUOT'
        ? '공간을 확보하거나 --to로 다른 디스크의 폴더를 지정하세요. 쓰던 파일은 지웠습니다.'
        : '쓰기 권한을 확인하거나 --to로 다른 폴더를 지정하세요. 쓰던 파일은 지웠습니다.',
  },
  'RESTORE-COUNT': {
    message: (p) => `"${p.table}"의 행이 ${p.expected}개가 아니라 ${p.found}개 들어왔습니다`,
    hint: () => '`trueup backup verify`로 백업을 검사하세요. 테이블은 빈 상태로 두었습니다.',
  },
  'RESTORE-EXISTS': {
    message: (p) =>
      `백업의 테이블 ${p.tables.length}개가 이미 있습니다: ${p.tables.slice(0, 5).join(', ')}${p.tables.length > 5 ? ', …' : ''}`,
    hint: () =>
      '복원은 있는 테이블을 덮어쓰지 않습니다. 빈 데이터베이스에 복원하거나, 옆 스키마에 복원하거나(--into <스키마>), 없는 테이블만 고르세요(--tables). 아무것도 바뀌지 않았습니다.',
  },
  'RESTORE-INTO-IMPOSSIBLE': {
    message: (p) => `스키마 "${p.schema}"에 맞는 테이블 정의를 만들 수 없습니다: ${p.problem}`,
    hint: () =>
      '이름을 바꿔 볼 내장 PostgreSQL에 필요한 것(주로 확장)이 없습니다. 빈 데이터베이스에 복원하세요. 아무것도 바뀌지 않았습니다.',
  },
  'RESTORE-INTO-SEVERAL': {
    message: (p) =>
      `--into는 한 스키마의 테이블만 받는데, 여러 스키마의 테이블입니다: ${p.schemas.join(', ')}`,
    hint: () => '--tables로 한 스키마의 테이블만 고르세요.',
  },
  'RESTORE-NEEDS-YES': {
    message: (p) => `${p.environment} 환경에 복원하려면 확인이 필요합니다`,
    hint: () => '터미널에서 실행해 질문에 답하거나 --yes를 붙이세요.',
  },
  'RESTORE-OLDER-SERVER': {
    message: (p) => `PostgreSQL ${p.from}의 백업은 PostgreSQL ${p.to}에 복원할 수 없습니다`,
    hint: (p) => `버전 ${p.from} 이상의 서버를 사용하세요. 아무것도 바뀌지 않았습니다.`,
  },
  'RESTORE-STATEMENT': {
    message: (p) => `${p.target}을(를) 만들지 못했습니다: ${p.problem}`,
    detail: (p) => `SQLSTATE ${p.sqlstate}입니다.${p.reason ? ` ${p.reason}` : ''}`,
    hint: () =>
      '문장에 필요한 것(확장, 권한, 다른 테이블)이 데이터베이스에 없거나, 있는 행이 조건에 맞지 않습니다.',
  },
  'RESTORE-STOPPED': {
    message: (p) => `테이블 ${p.loaded}개를 온전히 복원한 뒤 멈췄습니다: ${p.reason}`,
    detail: (p) =>
      p.phase === 'indexes'
        ? '행은 모두 들어갔고, 일부 키, 인덱스, 트리거가 없습니다.'
        : `비어 있는 테이블: ${p.empty.slice(0, 8).join(', ')}${p.empty.length > 8 ? ', …' : ''}. 행이 일부만 들어간 테이블은 없고, 키, 인덱스, 트리거는 아직 없습니다.`,
    hint: () =>
      '원인을 해결하고, 만들어진 것(원래 비어 있었다면 데이터베이스나 스키마)을 지운 뒤 다시 복원하세요.',
  },
  'RESTORE-TABLE-AMBIGUOUS': {
    message: (p) => `백업에 테이블 "${p.table}"이(가) 여러 개 있습니다: ${p.found.join(', ')}`,
    hint: () => '어느 것인지 스키마까지 적어 주세요. 아무것도 바뀌지 않았습니다.',
  },
  'RESTORE-TABLE-MISSING': {
    message: (p) => `백업에 테이블 "${p.table}"이(가) 없습니다`,
    hint: () => '백업에 있는 테이블은 manifest.json에 나와 있습니다.',
  },
}
