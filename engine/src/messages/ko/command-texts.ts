import type { Messages } from '../catalogue.ts'

export const commandTexts: Messages['command'] = {
  error: () => '오류',
  detailLabel: () => '상세',
  hintLabel: () => '해결',
  causeLabel: () => '원인',
  bug: () => 'trueup 자체의 오류입니다. 아래 내용과 함께 알려 주세요:',
  interrupted: () => '중단했습니다. 아무것도 바뀌지 않았습니다.',
}

export const commandSummaries: Messages['commandSummaries'] = {
  apply: () => '행을 보존하면서 데이터베이스를 모델과 같게 만듭니다',
  backup: () => '스키마와 행을 한 시점의 상태 그대로 폴더에 백업합니다',
  'backup list': () => '있는 백업을 날짜, 크기와 함께 보여 줍니다',
  'backup verify': () => '백업이 온전한지 서버 없이 확인합니다',
  create: () => '데이터베이스에 없는 모델의 테이블을 모두 만듭니다(변경·삭제는 하지 않습니다)',
  doctor: () => '연결이나 명령이 실패하는 원인을 찾고 해결 방법을 알려 줍니다',
  explain: () => '오류나 위험의 설명을 보여 줍니다(코드가 없으면 전체 목록)',
  history: () => '이 데이터베이스의 실행 기록, 또는 한 실행의 단계별 기록을 보여 줍니다',
  plan: () => 'apply가 할 일을 보여 줍니다(아무것도 바꾸지 않습니다)',
  pull: () => '기존 데이터베이스를 모델이나 SQL 파일로 씁니다(데이터베이스는 바꾸지 않습니다)',
  restore: () => '백업을 빈 데이터베이스나 기존 테이블 옆에 복원합니다',
  runs: () => '지금 진행 중인 실행을 보여 주고, 백필을 일시 중지·재개하거나 늦춥니다',
  unlock: () => '실행 잠금을 쥔 쪽을 보여 주고, 사라진 것이 확인되면 잠금을 풉니다',
  verify: () => '데이터베이스를 모델과 테이블별로 비교합니다',
}

export const help: Messages['help'] = {
  usage: () => '사용법: trueup <명령> [옵션]\n\nPostgreSQL 데이터베이스를 모델과 똑같이 유지합니다.\n\n명령:',
  more: () => '옵션은 `trueup <명령> --help`로 확인하세요.',
}

export const flags: Messages['flags'] = {
  accept: () => '결정: drop:<객체>, rename:<객체>=<이름>, …(여러 번 쓸 수 있습니다)',
  connections: () => '동시에 일하는 연결 수(기본값: 코어마다 하나, 최대 4)',
  config: () => '프로젝트 파일(기본값: 현재 또는 상위 폴더의 trueup.config.ts)',
  database: () => '데이터베이스의 postgresql:// URL 또는 내장 데이터베이스의 폴더',
  decisions: () => '결정 파일: 한 줄에 하나씩 또는 JSON 목록',
  drops: () => '허용한 삭제를 실행하는 방법: now 또는 park(아직 쓸 수 없습니다)',
  'dry-run': () => 'SQL만 출력하고 아무것도 바꾸지 않습니다',
  env: () => '환경: development, staging, production(기본값: APP_ENV, 없으면 development)',
  'exit-code': () => '할 일이 있으면 종료 코드 10으로 끝냅니다',
  force: () => '이미 있는 파일을 덮어씁니다',
  grants: () => '소유자, 권한, 기본 권한까지 비교하고 바꿉니다',
  help: () => '이 도움말을 보여 줍니다',
  into: () => '원래 스키마 대신 복원할 스키마',
  json: () => '결과를 JSON으로 출력합니다',
  keep: () => '이 데이터베이스의 백업을 이 개수만큼 두고 오래된 것은 지웁니다',
  'keep-days': () => '이 일수 안의 백업을 두고 오래된 것은 지웁니다',
  lang: () => '출력 언어: en 또는 ko',
  'lock-timeout': () =>
    '잠금을 한 번 시도하는 동안 다른 세션을 기다리게 해도 되는 시간: 500ms, 5s (기본값: 2s)',
  'lock-wait': () => '한 단계의 잠금을 얻으려고 시도하는 전체 시간 (기본값: 5m)',
  'max-lag': () => '복제본이 이보다 더 뒤처지면 백필을 일시 중지합니다 (기본값: 10s)',
  'max-load': () => '다른 활성 세션이 이보다 많으면 백필을 일시 중지합니다',
  missing: () => '없는 테이블과 그에 딸린 것만 만듭니다',
  'no-rehearsal': () => '복사본에서 먼저 실행해 보지 않습니다',
  only: () => '--missing과 함께: 쉼표로 구분한 테이블만 만듭니다',
  out: () => '쓸 위치: models.ts, schema.sql, 폴더, catalog.json 또는 표준 출력을 뜻하는 -',
  'passphrase-file': () => '첫 줄을 암호문으로 써서 백업을 암호화하거나 여는 파일',
  pause: () => '이 실행의 백필을 일시 중지합니다',
  'rehearse-on': () => '내장 데이터베이스 대신 이 빈 데이터베이스에서 미리 실행해 보고, 끝나면 비웁니다',
  resume: () => '이 실행의 백필을 다시 진행합니다',
  schema: () =>
    '데이터베이스의 목표: Drizzle 모델 모듈, .sql 파일 또는 폴더(여러 번 쓸 수 있습니다), 또는 데이터베이스 URL이나 저장된 카탈로그',
  schemas: () => '쉼표로 구분한 PostgreSQL 스키마만',
  speed: () => '이 실행의 백필 속도를 지정한 퍼센트로 맞춥니다(1~100)',
  sql: () => 'SQL만 출력합니다',
  'statement-timeout': () =>
    '다른 세션을 막는 잠금을 쥔 채 문장 하나가 실행될 수 있는 시간. 0은 제한 없음 (기본값: 계획에 적힌 값)',
  'terminate-blockers-after': () =>
    '이 시간 넘게 막고 있는 세션을 끝냅니다 (기본값: 아무 세션도 끝내지 않음)',
  tables: () => '쉼표로 구분한 테이블만',
  to: () => '백업을 두는 폴더(기본값: backups)',
  version: () => '버전을 보여 줍니다',
  wait: () => '다른 실행이 끝나기를 기다리는 시간: 30s, 10m, 1h(기본값: 10m)',
  yes: () => '변경 전 질문에 모두 예로 답합니다',
}
