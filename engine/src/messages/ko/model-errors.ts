import type { Messages } from '../catalogue.ts'

type ModelErrors = Pick<Messages['errors'], Extract<keyof Messages['errors'], `MODELS-${string}`>>

const listOf = (names: readonly string[]) =>
  names.length === 0 ? '없음' : names.map((name) => `"${name}"`).join(', ')

const kindWords: Readonly<Record<string, string>> = {
  schema: '스키마',
  table: '테이블',
  partition: '파티션',
  column: '컬럼',
  constraint: '제약 조건',
  index: '인덱스',
  view: '뷰',
  sequence: '시퀀스',
  type: '타입',
  policy: '정책',
  trigger: '트리거',
  role: '롤',
  'primary-key': '기본 키',
  unique: '고유',
  check: '체크',
  exclusion: '배타',
  'foreign-key': '외래 키',
}
const kindWord = (kind: string) => kindWords[kind] ?? kind

export const modelErrors: ModelErrors = {
  'MODELS-EMPTY': {
    message: () => '모델 모듈이 내보내는 테이블이 없습니다',
    hint: () =>
      '테이블마다 이름을 붙여 내보내세요(`export const users = pgTable(…)`). 다른 객체 안에 든 테이블은 읽지 않습니다.',
  },
  'MODELS-NAME-EMPTY': {
    message: (p) => `"${p.origin}"에 이름이 비어 있는 ${kindWord(p.kind)}이(가) 있습니다`,
    hint: () => '1~63바이트의 이름을 지정하세요.',
  },
  'MODELS-NAME-TOO-LONG': {
    message: (p) =>
      `"${p.origin}"의 ${kindWord(p.kind)} 이름 "${p.name}"이(가) ${p.bytes}바이트입니다. PostgreSQL은 63바이트까지만 저장합니다`,
    hint: () =>
      '모델에서 더 짧은 이름을 지정하세요. 그대로 두면 PostgreSQL이 오류 없이 이름을 잘라 내어 서로 다른 이름이 같아질 수 있습니다.',
  },
  'MODELS-NAME-TAKEN': {
    message: (p) =>
      `"${p.origin}"의 ${kindWord(p.kind)} "${p.name}"이(가) "${p.other}"의 ${kindWord(p.otherKind)}과(와) 이름이 같습니다`,
    hint: () =>
      '둘 중 하나의 이름을 바꾸세요. 한 스키마 안에서는 테이블, 뷰, 시퀀스, 인덱스(기본 키와 고유 제약의 인덱스 포함)가 같은 이름을 쓸 수 없습니다.',
  },
  'MODELS-TABLE-NOT-EXPORTED': {
    message: (p) => `"${p.origin}"이(가) 참조하는 테이블 "${p.table}"을(를) 모델이 내보내지 않습니다`,
    hint: (p) => `그 테이블도 함께 생성되도록 "${p.table}"의 모델을 같은 모듈에서 내보내세요.`,
  },
  'MODELS-TYPE-NOT-EXPORTED': {
    message: (p) =>
      `"${p.origin}"의 컬럼 "${p.column}"에 쓰인 enum 타입 "${p.type}"을(를) 모델이 내보내지 않습니다`,
    hint: () => '그 타입도 함께 생성되도록 `pgEnum`을 같은 모듈에서 내보내세요.',
  },
  'MODELS-EXTENDED-TWICE': {
    message: (p) => `"${p.other}"와(과) "${p.origin}"이(가) 테이블 "${p.table}"을(를) 두 번 확장합니다`,
    hint: () => '두 내용을 하나의 `extend` 호출로 합치세요.',
  },
  'MODELS-UNKNOWN-COLUMN': {
    message: (p) => `"${p.origin}"에 나온 컬럼 "${p.column}"이(가) 테이블에 없습니다`,
    detail: (p) => `테이블의 컬럼: ${listOf(p.known)}.`,
    hint: () => '데이터베이스의 컬럼 이름이 아니라 모델에서 쓰는 키를 적으세요.',
  },
  'MODELS-UNKNOWN-CONSTRAINT': {
    message: (p) => `"${p.origin}"에 나온 제약 조건 "${p.constraint}"이(가) 테이블에 없습니다`,
    detail: (p) => `테이블의 제약 조건: ${listOf(p.known)}.`,
    hint: () => '이름을 고치거나 테이블에 그 제약 조건을 추가하세요.',
  },
  'MODELS-UNKNOWN-INDEX': {
    message: (p) => `"${p.origin}"에 나온 인덱스 "${p.index}"이(가) 테이블에 없습니다`,
    detail: (p) => `테이블의 인덱스: ${listOf(p.known)}.`,
    hint: () => '이름을 고치거나 테이블에 그 인덱스를 추가하세요.',
  },
  'MODELS-EXTRA-INAPPLICABLE': {
    message: (p) =>
      `"${p.origin}"이(가) ${kindWord(p.kind)} 제약 조건 "${p.constraint}"에 쓸 수 없는 "${p.extra}"을(를) 지정했습니다`,
    hint: (p) => `${kindWord(p.kind)} 제약 조건에는 ${listOf(p.allowed)}만 지정할 수 있습니다.`,
  },
  'MODELS-OTHER-DIALECT': {
    message: (p) => `"${p.origin}"은(는) PostgreSQL이 아닌 다른 데이터베이스의 테이블입니다`,
    hint: () => '"drizzle-orm/pg-core"의 `pgTable`로 정의하세요.',
  },
  'MODELS-PLACEHOLDER': {
    message: (p) =>
      `"${p.origin}"의 SQL에 자리 표시자가 있습니다. 저장되는 정의에는 매개변수를 쓸 수 없습니다`,
    hint: () => '`sql.placeholder(…)` 대신 값을 직접 적으세요.',
  },
  'MODELS-DEFINITION-FAILED': {
    message: (p) => `"${p.origin}"의 정의를 실행하지 못했습니다: ${p.problem}`,
    hint: () => '모델을 고치세요. 값이 undefined라면 모듈들이 서로를 순환해서 가져오는 경우가 많습니다.',
  },
  'MODELS-VALUE-UNWRITABLE': {
    message: (p) => `"${p.origin}"의 값을 SQL로 쓸 수 없습니다: ${p.problem}`,
    hint: () => '값을 SQL 식 sql`…`로 적으세요.',
  },
  'MODELS-JSON-DEFAULT-AMBIGUOUS': {
    message: (p) => `"${p.origin}"의 JSON 컬럼 "${p.column}"의 기본값이 그 자체로 JSON인 텍스트입니다`,
    detail: (p) => `JSON 값 ${p.value}일 수도 있고, 그것을 담은 JSON 문자열일 수도 있습니다.`,
    hint: () =>
      "JSON 값이라면 텍스트 대신 객체, 배열, 숫자를 그대로 적고, JSON 문자열이라면 sql`to_jsonb('…'::text)`로 적으세요.",
  },
  'MODELS-INDEX-WITHOUT-NAME': {
    message: (p) => `"${p.origin}"의 테이블 "${p.table}"에 있는 식 인덱스에 이름이 없습니다`,
    hint: () => "이름을 지정하세요: `index('users_email_ix')`.",
  },
  'MODELS-MONTHLY-COLUMN': {
    message: (p) =>
      `"${p.origin}"이(가) ${p.type} 타입의 컬럼 "${p.column}"(으)로 월별 파티션을 만들려고 합니다`,
    hint: () => '월별 파티션에는 timestamptz, timestamp, date 타입의 컬럼이 필요합니다.',
  },
  'MODELS-POLICY-WITHOUT-TABLE': {
    message: (p) => `"${p.origin}"의 정책 "${p.policy}"이(가) 어떤 테이블에도 속하지 않습니다`,
    hint: () =>
      '테이블의 세 번째 인수에 넣거나 `pgPolicy(…).link(table)`로 연결하세요. 지금 상태로는 아무것도 보호하지 않습니다.',
  },
  'MODELS-SEQUENCE-OPTION': {
    message: (p) => `"${p.origin}"의 시퀀스 옵션 "${p.option}"의 값 "${p.value}"이(가) 정수가 아닙니다`,
    hint: () => '정수를 적으세요. 2^53보다 크면 텍스트로 적습니다: `maxValue: "9223372036854775807"`.',
  },
}
