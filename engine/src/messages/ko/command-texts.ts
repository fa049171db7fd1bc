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
  create: () => '데이터베이스에 없는 모델의 테이블을 모두 만듭니다(변경·삭제는 하지 않습니다)',
  doctor: () => '연결이나 명령이 실패하는 원인을 찾고 해결 방법을 알려 줍니다',
  plan: () => 'apply가 할 일을 보여 줍니다(아무것도 바꾸지 않습니다)',
  verify: () => '데이터베이스를 모델과 테이블별로 비교합니다',
}

export const help: Messages['help'] = {
  usage: () => '사용법: trueup <명령> [옵션]\n\nPostgreSQL 데이터베이스를 모델과 똑같이 유지합니다.\n\n명령:',
  more: () => '옵션은 `trueup <명령> --help`로 확인하세요.',
}

export const flags: Messages['flags'] = {
  accept: () => '결정: drop:<객체>, rename:<객체>=<이름>, …(여러 번 쓸 수 있습니다)',
  config: () => '프로젝트 파일(기본값: 현재 또는 상위 폴더의 trueup.config.ts)',
  database: () => '데이터베이스의 postgresql:// URL 또는 내장 데이터베이스의 폴더',
  decisions: () => '한 줄에 결정 하나를 적은 파일',
  'dry-run': () => 'SQL만 출력하고 아무것도 바꾸지 않습니다',
  env: () => '환경: development, staging, production(기본값: APP_ENV, 없으면 development)',
  'exit-code': () => '할 일이 있으면 종료 코드 10으로 끝냅니다',
  help: () => '이 도움말을 보여 줍니다',
  json: () => '결과를 JSON으로 출력합니다',
  lang: () => '출력 언어: en 또는 ko',
  missing: () => '없는 테이블과 그에 딸린 것만 만듭니다',
  'no-rehearsal': () => '복사본에서 먼저 실행해 보지 않습니다',
  only: () => '--missing과 함께: 쉼표로 구분한 테이블만 만듭니다',
  schema: () => '데이터베이스의 목표: Drizzle 모델 모듈, .sql 파일 또는 폴더(여러 번 쓸 수 있습니다)',
  sql: () => 'SQL만 출력합니다',
  version: () => '버전을 보여 줍니다',
  yes: () => '변경 전 질문에 모두 예로 답합니다',
}
