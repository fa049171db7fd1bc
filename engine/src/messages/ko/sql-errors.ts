import type { Messages } from '../catalogue.ts'

export const sqlErrors: Pick<Messages['errors'], 'SQL-TEXT-NOT-STORABLE'> = {
  'SQL-TEXT-NOT-STORABLE': {
    message: (p) => `텍스트에 PostgreSQL이 저장할 수 없는 문자 ${p.codePoint}이(가) 들어 있습니다`,
    detail: (p) => (p.before === '' ? '텍스트의 첫 번째 문자입니다.' : `"${p.before}" 바로 뒤에 있습니다.`),
    hint: () => '그 문자를 지우거나, 그런 데이터는 bytea 타입 컬럼에 저장하세요.',
  },
}
