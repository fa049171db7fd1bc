import type { Pages } from '../../page.ts'

/** Settings, the command line, and what `trueup doctor` finds. */
export const settingPages: Pages['errors'] = {
  'DOCTOR-CERTIFICATE-ENDS': {
    why: '서버 인증서가 곧 만료됩니다. 그 뒤로는 sslmode=verify-ca와 verify-full로 연결할 수 없습니다.',
    fix: '제때 갱신하고, 왜 자동으로 갱신되지 않았는지 확인하세요.',
  },
  'DOCTOR-FOREIGN-TABLES': {
    why: '일부 테이블이 다른 역할의 것입니다. 행에 대한 권한은 줄 수 있지만 테이블을 바꾸는 권한은 줄 수 없습니다. 소유자이거나 소유자의 구성원이어야 합니다.',
    fix: '`GRANT <소유자> TO <사용자>` 또는 소유자가 `ALTER TABLE … OWNER TO <사용자>`를 실행하세요.',
  },
  'DOCTOR-HIDDEN-POOLER': {
    why: '두 문장에 서버의 서로 다른 세션이 답했습니다. 풀러가 세션을 여러 클라이언트와 나눠 쓰고 있다는 뜻입니다. 세션 잠금과 설정이 유지되지 않습니다.',
    fix: 'DATABASE_DIRECT_URL에 직접 연결하는 호스트를 적으세요. 데이터베이스를 바꾸는 명령은 이것을 먼저 씁니다.',
  },
  'DOCTOR-NAMES-TAKEN': {
    why: '한 스키마의 테이블, 뷰, 시퀀스, 인덱스, 복합 타입은 이름을 함께 쓰는데, 모델의 테이블 이름을 다른 것이 쓰고 있습니다.',
    fix: '`SELECT relname, relkind FROM pg_class WHERE relname = …`로 무엇인지 알 수 있습니다.',
  },
  'DOCTOR-PLAIN-TEXT': {
    why: '연결이 암호화되지 않았습니다. 비밀번호, 문장, 행을 지나는 길의 모든 컴퓨터가 읽을 수 있습니다.',
    fix: '한 컴퓨터 안이나 컨테이너 네트워크라면 의도한 것일 수 있습니다. 그 밖의 네트워크에서는 TLS를 켜세요.',
  },
  'DOCTOR-PRIVILEGES': {
    why: '연결한 역할에 테이블을 만드는 데 필요한 권한이 없습니다.',
    fix: '해결 줄에 각각의 GRANT 문이 있습니다. 데이터베이스나 스키마의 소유자가 한 번 실행하면 됩니다.',
  },
  'DOCTOR-READ-ONLY': {
    why: '역할, 데이터베이스 또는 서버의 설정 때문에 이 사용자의 모든 트랜잭션이 읽기 전용으로 시작됩니다.',
    fix: '끄기 전에 누가 왜 켰는지 알아보세요. 디스크가 거의 찼을 때 제공자가 켜기도 합니다.',
  },
  'DOCTOR-REPLICA': {
    why: '이 서버는 다른 서버를 따라가는 복제본이라 쓸 수 없습니다.',
    fix: '프라이머리의 URL을 쓰세요. 제공자의 읽기 전용 호스트는 한 단어만 다른 경우가 많습니다.',
  },
  'DOCTOR-SECRETS-NOT-IGNORED': {
    why: '비밀번호가 든 파일이 다음 `git add .`에서 함께 추가될 위치에 있습니다.',
    fix: '해결 줄의 내용을 .gitignore에 추가하세요. 값이 없는 예시 파일은 커밋해도 됩니다.',
  },
  'DOCTOR-SECRETS-TRACKED': {
    why: '비밀번호가 든 파일이 이전 버전까지 모두 저장소에 있습니다. 지금 지워도 기록에서는 사라지지 않습니다.',
    fix: '비밀번호를 바꾸세요. 그래야만 공개된 비밀번호가 쓸모없어집니다.',
  },
  'DOCTOR-TABLES-MISSING': {
    why: '데이터베이스에 모델의 테이블 일부가 없습니다. 새 데이터베이스이거나, 모델이 늘어났거나, 생각과 다른 데이터베이스입니다.',
    fix: '명령의 첫 줄에서 어느 데이터베이스인지 확인하세요. 맞다면 `trueup create --missing`이 만듭니다.',
  },
  'EXPLAIN-UNKNOWN': {
    why: '이 코드의 오류나 위험은 없습니다.',
    fix: '코드는 메시지의 괄호 안에 있습니다: `오류[CONNECT-REFUSED]`. 대소문자는 구분하지 않습니다.',
  },
  'SETTINGS-ENVIRONMENT': {
    why: 'APP_ENV나 --env에 없는 환경 이름이 적혀 있습니다. `prod` 같은 줄임말이 실수로 무시되지 않도록 이름을 줄여 쓸 수 없습니다.',
    fix: '쓸 수 있는 이름 가운데 하나를 적으세요.',
  },
  'SETTINGS-FILE': {
    why: '`.env` 파일이 있지만 읽을 수 없어 무엇이 적혀 있는지 알 수 없습니다. 그대로 진행하면 다른 데이터베이스에 연결될 수 있습니다.',
    fix: '권한과, 폴더가 아니라 파일인지 확인하세요.',
  },
  'SETTINGS-INVALID': {
    why: '쓸 수 없는 설정이 있습니다. 한꺼번에 모두 보여 주며, 어느 파일이나 변수에서 왔는지도 알려 줍니다. 비밀 값은 보여 주지 않습니다.',
    fix: '그 위치에서 고치세요. 프로세스의 환경 변수가 `.env.<환경>`보다, 그것이 `.env`보다 우선합니다.',
  },
  'SETTINGS-OUTSIDE-PROJECT': {
    why: '위쪽에 프로젝트가 없는 폴더에서 명령을 실행해 설정도 모델도 없습니다.',
    fix: '먼저 프로젝트로 이동하거나 모든 것을 옵션으로 지정하세요.',
  },
  'USAGE-COMMAND': {
    why: '첫 단어가 명령 이름이 아닙니다.',
    fix: '`trueup --help`로 목록을 볼 수 있습니다.',
  },
  'USAGE-CONTROL': {
    why: '한 번에 실행을 멈추거나, 이어서 하거나, 속도를 바꿀 수 있는데 옵션이 그와 맞지 않습니다.',
    fix: '하나만 쓰세요. 실행은 배치와 배치 사이에 이런 요청을 확인합니다.',
  },
  'USAGE-COUNT': { why: '이 옵션은 정수를 받습니다.', fix: '숫자만 쓰세요.' },
  'USAGE-DURATION': {
    why: '시간에 단위가 없거나 알 수 없는 단위입니다.',
    fix: '단위는 ms, s, m, h입니다.',
  },
  'USAGE-FLAG-UNKNOWN': {
    why: '명령마다 옵션이 다르며 이 명령에는 그 옵션이 없습니다.',
    fix: '오타인지, 다른 명령의 옵션인지 확인하세요.',
  },
  'USAGE-FLAG-VALUE': {
    why: '값이 필요한 옵션에 값이 없거나, 값을 받지 않는 옵션에 값이 있습니다.',
    fix: '대시로 시작하는 값은 붙여 쓰세요: `--flag=-5`.',
  },
  'USAGE-FOLDER': {
    why: '백업 하나를 다루는 명령인데 어느 백업인지 지정하지 않았습니다.',
    fix: '백업마다 폴더가 하나씩 있고, 이름에 데이터베이스와 시각이 들어 있습니다.',
  },
  'USAGE-PLAN-FILE-FLAG': {
    why: '계획 파일은 검토한 그대로 실행합니다. 다른 계획이 되게 하는 옵션은 이에 어긋납니다.',
    fix: '옵션은 `trueup plan`에 주고 파일을 새로 만드세요.',
  },
  'USAGE-RUN-NUMBER': {
    why: '실행은 저널이 매긴 번호로 부릅니다.',
    fix: '`trueup history`가 최근 것부터 보여 줍니다.',
  },
  'USAGE-WORD': {
    why: '옵션이 있어야 할 자리에 단어가 있습니다. 대시가 빠졌거나 공백이 있는 값을 따옴표로 묶지 않았습니다.',
    fix: '공백이 있는 값은 따옴표로 묶으세요: `--accept "backfill:public.users.age=0 + 1"`.',
  },
}
