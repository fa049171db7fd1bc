import type { doctor as englishDoctor, doctorErrors as englishErrors } from '../en/doctor-texts.ts'

export const doctorErrors: typeof englishErrors = {
  'DOCTOR-SECRETS-TRACKED': {
    message: (p) => `git이 ${p.files.join(', ')}을(를) 추적하고 있습니다. 비밀번호가 저장소에 들어 있습니다`,
    hint: (p) =>
      `\`git rm --cached ${p.files.join(' ')}\`를 실행하고, .gitignore에 추가해서 커밋한 뒤 비밀번호를 바꾸세요. 저장소를 가진 사람은 누구나 볼 수 있습니다.`,
  },
  'DOCTOR-SECRETS-NOT-IGNORED': {
    message: (p) => `${p.files.join(', ')}이(가) .gitignore에 없습니다`,
    hint: () => '다음 커밋 전에 .gitignore에 `.env`, `.env.*`, `!.env.example` 줄을 추가하세요.',
  },
  'DOCTOR-PLAIN-TEXT': {
    message: (p) => `"${p.host}"와의 연결이 암호화되지 않아 중간에서 내용을 읽을 수 있습니다`,
    hint: () => '서버에서 TLS를 켜 달라고 요청하고, 연결 URL에 sslmode=verify-full을 적으세요.',
  },
  'DOCTOR-CERTIFICATE-ENDS': {
    message: (p) => `"${p.host}"의 인증서가 ${p.until}에 만료됩니다`,
    hint: () => '그날 전에 서버의 인증서를 갱신해 달라고 요청하세요.',
  },
  'DOCTOR-REPLICA': {
    message: (p) => `데이터베이스 "${p.database}"는 읽기만 가능한 복제 서버입니다`,
    hint: () => '주 서버에 연결하세요. 테이블은 주 서버에서만 만들고 바꿀 수 있습니다.',
  },
  'DOCTOR-READ-ONLY': {
    message: (p) => `"${p.database}"에서 사용자 "${p.user}"의 트랜잭션은 읽기 전용입니다`,
    hint: (p) =>
      `default_transaction_read_only가 켜져 있습니다(디스크가 가득 차면 제공 업체가 켜기도 합니다). 원인을 해결한 뒤 실행하세요: ALTER ROLE "${p.user}" RESET default_transaction_read_only; 데이터베이스에 걸려 있다면 데이터베이스에서 해제하세요.`,
  },
  'DOCTOR-HIDDEN-POOLER': {
    message: (p) => `"${p.host}"에서 연결 풀러가 응답하는 것 같습니다`,
    hint: () =>
      '테이블을 만드는 것은 풀러로도 됩니다. 바꿀 때는 서버에 직접 연결하세요. 풀러 뒤에서는 세션의 잠금과 설정이 유지되지 않습니다.',
  },
  'DOCTOR-PRIVILEGES': {
    message: (p) => `사용자 "${p.user}"에게 권한이 없습니다: ${p.missing.join(', ')}`,
    hint: (p) =>
      `소유자에게 다음 실행을 요청하세요: ${p.missing.map((privilege) => `GRANT ${privilege} TO "${p.user}";`).join(' ')}`,
  },
  'DOCTOR-FOREIGN-TABLES': {
    message: (p) => `테이블 ${p.tables.length}개의 소유자가 "${p.user}"가 아닙니다`,
    detail: (p) => p.tables.join(', '),
    hint: (p) =>
      `테이블은 소유자만 바꿀 수 있습니다. 소유자에게 GRANT <소유자> TO "${p.user}"; 실행을 요청하거나 소유자로 연결하세요.`,
  },
  'DOCTOR-NAMES-TAKEN': {
    message: (p) => `다른 객체가 테이블 이름을 쓰고 있습니다: ${p.names.join(', ')}`,
    hint: () => '그 이름의 뷰, 인덱스, 시퀀스의 이름을 바꾸거나 모델의 테이블 이름을 바꾸세요.',
  },
  'DOCTOR-TABLES-MISSING': {
    message: (p) => `테이블 ${p.expected}개 중 ${p.names.length}개가 없습니다`,
    detail: (p) => p.names.join(', '),
    hint: () => '`trueup create`로 만드세요.',
  },
}

export const doctor: typeof englishDoctor = {
  settings: () => '설정',
  git: () => '비밀 정보와 git',
  folder: () => '폴더',
  name: () => '이름 조회',
  tcp: () => '연결',
  tls: () => '암호화',
  login: () => '로그인',
  database: () => '데이터베이스',
  server: () => '서버',
  privileges: () => '권한',
  tables: () => '테이블',
  warning: () => '주의',
  skipped: () => '확인하지 않음',

  fromSetting: (p) => `${p.environment} 환경: ${p.place}, ${p.origin} (${p.read})`,
  defaultOrigin: () => 'DATABASE_URL이 없을 때의 기본값',
  filesRead: (p) => `읽은 파일: ${p.files}`,
  noFilesRead: () => '.env 파일 없음',
  nothingToProtect: () => '보호할 파일 없음',
  ignored: (p) => `${p.files}: git이 무시함`,
  folderHasDatabase: (p) => p.folder,
  folderIsEmpty: (p) => `${p.folder}: 아직 데이터베이스가 없습니다. 테이블을 처음 만들 때 생깁니다`,
  found: (p) => `${p.host} → ${p.addresses}`,
  isAddress: (p) => `${p.address}: 필요 없음`,
  reached: (p) => `${p.address} 포트 ${p.port}`,
  reachedSocket: (p) => p.path,
  encrypted: (p) => `${p.protocol}${p.certificate}; 검사: ${p.check}`,
  certificate: (p) => `, ${p.subject}의 인증서 (발급 ${p.issuer}, ${p.until}까지)`,
  checkNone: () => '없음 (sslmode=verify-full은 발급자와 이름을 검사합니다)',
  checkIssuer: () => '발급자',
  checkIssuerAndName: () => '발급자와 호스트 이름',
  plainSocket: () => 'Unix 소켓에는 필요 없음',
  plainByMode: () => '없음 (sslmode가 요구하지 않음)',
  plainNotOffered: () => '없음 (서버가 지원하지 않음)',
  loggedIn: (p) => `${p.user} (${p.method})`,
  loggedInFreely: (p) => `${p.user}, 비밀번호 없이`,
  opened: (p) => p.database,
  pooled: () => ', 트랜잭션 풀러 뒤',
  privilegesHeld: (p) => `${p.user}: ${p.held}`,
  tablesThere: (p) => `${p.count}개 모두 있음`,
}
