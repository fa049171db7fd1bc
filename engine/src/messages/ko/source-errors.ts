import type { Messages } from '../catalogue.ts'

type Codes =
  | 'SQL-META-COMMAND'
  | 'SOURCE-MISSING'
  | 'SOURCE-EMPTY'
  | 'SOURCE-NONE'
  | 'SOURCE-KIND'
  | 'SOURCE-STATEMENT'
  | 'SOURCE-MODULE'

export const sourceErrors: Pick<Messages['errors'], Codes> = {
  'SQL-META-COMMAND': {
    message: (p) => `${p.file}:${p.line}: "${p.command}"은(는) SQL이 아니라 psql 명령입니다`,
    hint: () => '그 줄을 지우세요. 여기서는 PostgreSQL 문장만 실행할 수 있습니다.',
  },
  'SOURCE-MISSING': {
    message: (p) => `스키마 소스 "${p.source}"이(가) 없습니다`,
    hint: () =>
      '--schema 또는 trueup.config.ts의 `schema`에 Drizzle 모델의 TypeScript 모듈, .sql 파일, .sql 파일 폴더 중 하나를 지정하세요. 상대 경로는 프로젝트 루트에서 시작합니다.',
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
    hint: () => '소스는 .ts, .mts, .js, .mjs, .sql로 끝나거나 .sql 파일이 든 폴더여야 합니다.',
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
