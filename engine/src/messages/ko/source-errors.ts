import type { Messages } from '../catalogue.ts'

type Codes =
  | 'SQL-META-COMMAND'
  | 'SOURCE-MISSING'
  | 'SOURCE-EMPTY'
  | 'SOURCE-NONE'
  | 'SOURCE-KIND'
  | 'SOURCE-NOT-ALONE'
  | 'SOURCE-CATALOG'
  | 'SOURCE-STATEMENT'
  | 'SOURCE-MODULE'

const catalogFaults = {
  'not-json': 'JSON이 아니어서 저장된 카탈로그로 읽을 수 없습니다',
  format: '이 버전에서 읽을 수 없는 형식의 저장된 카탈로그입니다',
  other: 'JSON이지만 저장된 카탈로그가 아닙니다',
} as const

export const sourceErrors: Pick<Messages['errors'], Codes> = {
  'SQL-META-COMMAND': {
    message: (p) => `${p.file}:${p.line}: "${p.command}"은(는) SQL이 아니라 psql 명령입니다`,
    hint: () => '그 줄을 지우세요. 여기서는 PostgreSQL 문장만 실행할 수 있습니다.',
  },
  'SOURCE-MISSING': {
    message: (p) => `스키마 소스 "${p.source}"이(가) 없습니다`,
    hint: () =>
      '--schema 또는 trueup.config.ts의 `schema`에 Drizzle 모델의 TypeScript 모듈, .sql 파일, .sql 파일 폴더, 저장된 카탈로그(.json), 데이터베이스 URL 중 하나를 지정하세요. 상대 경로는 프로젝트 루트에서 시작합니다.',
  },
  'SOURCE-EMPTY': {
    message: (p) => `폴더 "${p.source}"에 스키마 소스가 없습니다`,
    hint: () => '폴더에는 .sql 파일이나 모델을 내보내는 index.ts가 있어야 합니다.',
  },
  'SOURCE-NONE': {
    message: () => '스키마 소스가 지정되지 않았습니다',
    hint: () => 'trueup.config.ts가 있는 폴더(프로젝트 루트)에서 실행하거나 --schema로 모델을 지정하세요.',
  },
  'SOURCE-KIND': {
    message: (p) => `"${p.source}"이(가) 어떤 종류의 스키마 소스인지 알 수 없습니다`,
    hint: () =>
      '소스는 .ts, .mts, .js, .mjs, .sql, .json으로 끝나거나 .sql 파일이 든 폴더 또는 postgresql:// URL이어야 합니다.',
  },
  'SOURCE-NOT-ALONE': {
    message: (p) =>
      `${p.kind === 'database' ? '데이터베이스' : '저장된 카탈로그'}는 다른 스키마 소스와 함께 쓸 수 없습니다`,
    hint: () => '하나만 지정하세요. 그것만으로 데이터베이스가 되어야 할 모습 전체입니다.',
  },
  'SOURCE-CATALOG': {
    message: (p) => `"${p.source}": ${catalogFaults[p.reason]}`,
    hint: () => '`trueup pull --out <이름>.json`으로 새로 만드세요.',
  },
  'SOURCE-STATEMENT': {
    message: (p) => `${p.origin}: ${p.problem}`,
    detail: (p) => `PostgreSQL이 이 문장을 거부했습니다(SQLSTATE ${p.sqlstate}):\n${p.excerpt}`,
    hint: () => '모델이나 .sql 파일을 고친 뒤 다시 실행하세요. 어떤 데이터베이스도 바뀌지 않았습니다.',
  },
  'SOURCE-MODULE': {
    message: (p) => `"${p.file}"을(를) 불러오지 못했습니다: ${p.problem}`,
    hint: () => '모듈을 고치세요. `npx tsc --noEmit`이 잘못된 곳을 알려 줍니다.',
  },
}
