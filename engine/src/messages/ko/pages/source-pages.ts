import type { Pages } from '../../page.ts'

/** Sources of a schema, models among them, and pulling. */
export const sourcePages: Pages['errors'] = {
  'MODELS-DEFINITION-FAILED': {
    why: '컬럼, 참조, 체크를 읽는 동안 모델의 코드가 오류를 던졌습니다.',
    fix: '참조는 함수로 쓰세요: `.references(() => users.id)`. 모든 모듈을 불러온 뒤에 호출됩니다.',
  },
  'MODELS-EMPTY': {
    why: '모듈을 불러왔지만 테이블을 하나도 내보내지 않습니다.',
    fix: '모두 내보내는 파일(예: index.ts)을 지정하세요.',
  },
  'MODELS-EXTENDED-TWICE': {
    why: '한 테이블에 대한 컴패니언의 내용은 한곳에 있어야 두 파일이 서로 어긋나지 않습니다.',
    fix: '두 `extend` 호출을 하나로 합치세요.',
  },
  'MODELS-EXTRA-INAPPLICABLE': {
    why: 'PostgreSQL에서 이 속성은 다른 종류의 제약 조건에만 있습니다.',
    fix: '빼거나, 이름이 다른 제약 조건의 것은 아닌지 확인하세요.',
  },
  'MODELS-INDEX-WITHOUT-NAME': {
    why: '표현식 인덱스는 PostgreSQL이 이름을 정하며, 표현식이 바뀌면 이름도 바뀝니다.',
    fix: '직접 이름을 지으세요.',
  },
  'MODELS-JSON-DEFAULT-AMBIGUOUS': {
    why: '기본값이 텍스트인데 그 텍스트 자체가 JSON입니다. 두 가지로 읽을 수 있고 저장되는 값이 다릅니다.',
    fix: '값을 객체로 쓰거나 표현식을 SQL로 쓰세요.',
  },
  'MODELS-MONTHLY-COLUMN': {
    why: '월별 파티션에는 시각을 나타내는 컬럼이 필요합니다.',
    fix: '다른 컬럼을 고르거나, 범위를 직접 정하는 `range`로 나누세요.',
  },
  'MODELS-NAME-EMPTY': { why: 'PostgreSQL에는 빈 이름이 없습니다.', fix: '첫 번째 인수로 이름을 쓰세요.' },
  'MODELS-NAME-TAKEN': {
    why: '한 스키마의 두 가지가 같은 이름을 쓰게 되어 PostgreSQL이 만들 수 없습니다. 기본 키와 유니크의 인덱스 이름도 포함됩니다.',
    fix: '둘 중 하나에 다른 이름을 지으세요.',
  },
  'MODELS-NAME-TOO-LONG': {
    why: 'PostgreSQL은 이름의 63바이트까지만 남기고 나머지는 오류 없이 자릅니다. 한글은 한 글자가 3바이트입니다.',
    fix: '줄이세요. Drizzle이 테이블과 컬럼으로 만드는 이름도 직접 정할 수 있습니다.',
  },
  'MODELS-OTHER-DIALECT': {
    why: '테이블을 Drizzle의 MySQL 또는 SQLite용 함수로 정의했습니다.',
    fix: '`drizzle-orm/pg-core`에서 가져오세요.',
  },
  'MODELS-PLACEHOLDER': {
    why: '플레이스홀더는 쿼리를 실행할 때 채워집니다. 기본값, 체크, 인덱스, 뷰는 데이터베이스에 저장되어 값 없이 실행됩니다.',
    fix: '값을 직접 쓰세요.',
  },
  'MODELS-POLICY-WITHOUT-TABLE': {
    why: '정책을 내보냈지만 어느 테이블에도 붙지 않아, 아무도 모르게 아무것도 보호하지 않게 됩니다.',
    fix: '테이블에 붙이세요.',
  },
  'MODELS-SEQUENCE-OPTION': {
    why: '시퀀스는 정수로 셉니다.',
    fix: '2^53보다 큰 수는 JavaScript에서 자릿수를 잃으므로 텍스트로 쓰세요.',
  },
  'MODELS-TABLE-NOT-EXPORTED': {
    why: '외래 키가 가리키는 테이블을 모델이 내보내지 않아 만들어지지 않습니다.',
    fix: '내보내세요. 다른 곳에서 관리하는 테이블은 .sql 파일에 선언할 수 있습니다.',
  },
  'MODELS-TYPE-NOT-EXPORTED': {
    why: '컬럼의 enum 타입을 모델이 내보내지 않아 만들어지지 않습니다.',
    fix: '내보내세요.',
  },
  'MODELS-UNKNOWN-COLUMN': {
    why: '컴패니언이 테이블에 없는 키로 컬럼을 가리킵니다.',
    fix: '데이터베이스의 이름(`full_name`)이 아니라 모델의 키(`fullName`)를 쓰세요.',
  },
  'MODELS-UNKNOWN-CONSTRAINT': {
    why: '컴패니언이 테이블에 없는 제약 조건을 가리킵니다. 모델에 이름이 없으면 PostgreSQL과 Drizzle이 이름을 정합니다.',
    fix: '메시지의 목록에서 고르세요.',
  },
  'MODELS-UNKNOWN-INDEX': {
    why: '컴패니언이 테이블에 없는 인덱스를 가리킵니다.',
    fix: '메시지의 목록에서 고르세요.',
  },
  'MODELS-VALUE-UNWRITABLE': {
    why: '모델의 값을 SQL로 쓸 수 없습니다. 함수나 심벌, 또는 정수 컬럼의 NaN 같은 값입니다.',
    fix: '데이터베이스가 보아야 할 것을 SQL 표현식으로 쓰세요.',
  },
  'PULL-EXISTS': {
    why: 'pull은 파일을 통째로 씁니다. 손으로 고친 것을 포함해 지금 내용이 사라집니다.',
    fix: '지금 내용을 커밋한 뒤 --force로 pull하고 차이를 살펴보세요.',
  },
  'PULL-KIND': {
    why: '무엇을 쓸지는 --out의 확장자로 정해지는데, 이 확장자는 뜻이 없습니다.',
    fix: '.ts, .sql, .json, 폴더(확장자 없는 이름), - 가운데서 고르세요.',
  },
  'PULL-OUT-MISSING': {
    why: '지정하지 않은 곳에는 아무것도 쓰지 않습니다.',
    fix: '`trueup pull --out -`는 SQL을 출력해 살펴볼 수 있게 합니다.',
  },
  'PULL-SCHEMA-NEEDED': {
    why: '지정한 스키마의 무언가가 다른 스키마의 객체(외래 키, 타입, 함수)를 필요로 합니다. 그 스키마를 일부만 쓰면 나머지를 없애라는 뜻으로 읽힙니다.',
    fix: '두 스키마를 모두 지정하세요.',
  },
  'PULL-SCHEMA-UNKNOWN': {
    why: '데이터베이스에 이 이름의 스키마가 없습니다. PostgreSQL과 확장의 스키마는 포함되지 않습니다.',
    fix: '여기서는 대소문자를 구분합니다.',
  },
  'PULL-WRITE': {
    why: '시스템이 파일 쓰기를 허용하지 않았습니다.',
    fix: '그 전의 파일은 이미 썼습니다. --force로 명령을 다시 실행하세요.',
  },
  'SOURCE-CATALOG': {
    why: '.json으로 끝나는 출처는 `trueup pull --out catalog.json`이 쓴 카탈로그여야 합니다. 이 파일은 손상되었거나, 다른 버전이거나, 다른 종류의 JSON입니다.',
    fix: '새로 쓰세요.',
  },
  'SOURCE-EMPTY': {
    why: '폴더에 .sql 파일도 index.ts도 없습니다. 빈 스키마는 모두 없애라는 뜻이 되므로 실수로 봅니다.',
    fix: '경로를 확인하세요.',
  },
  'SOURCE-KIND': {
    why: '이름의 확장자로는 무엇인지 알 수 없습니다.',
    fix: '파일 이름을 바꾸거나 파일이 든 폴더를 지정하세요.',
  },
  'SOURCE-MISSING': {
    why: '이 이름의 파일이나 폴더가 없습니다.',
    fix: '상대 경로는 프로젝트, 곧 trueup.config.ts가 있는 폴더에서 시작합니다.',
  },
  'SOURCE-MODULE': {
    why: '모듈을 컴파일할 수 없거나 불러오는 동안 오류가 났습니다.',
    fix: '모델은 가져올 때 어디에도 연결하지 않고 설정도 요구하지 않아야 합니다.',
  },
  'SOURCE-NONE': {
    why: '--schema도 없고 모델을 지정한 trueup.config.ts도 없습니다.',
    fix: '프로젝트로 이동하거나 모델을 지정하세요.',
  },
  'SOURCE-NOT-ALONE': {
    why: '모듈과 .sql 파일은 모두 하나의 스크립트가 되므로 함께 쓸 수 있습니다. 데이터베이스나 저장된 카탈로그는 이미 완성된 것입니다.',
    fix: '출처 하나만 지정하거나, 데이터베이스를 SQL로 pull하여 함께 쓰세요.',
  },
  'SOURCE-STATEMENT': {
    why: '모델과 .sql 파일을 내장 PostgreSQL에서 실행했는데 한 문장을 거절했습니다. 순서 때문은 아닙니다. 무언가 없어서 실패한 문장은 다른 문장 뒤에 다시 시도합니다.',
    fix: '메시지에 파일과 줄, 또는 문장이 나온 export 이름이 있습니다.',
  },
  'SQL-META-COMMAND': {
    why: '역슬래시로 시작하는 줄은 psql 전용이며 덤프에 들어 있기도 합니다.',
    fix: '빼세요. \\connect와 \\restrict는 여기서 필요 없고, \\i로 넣던 파일은 출처로 따로 지정할 수 있습니다.',
  },
  'SQL-TEXT-NOT-STORABLE': {
    why: 'PostgreSQL은 U+0000과 반쪽짜리 서로게이트를 뺀 모든 글자를 저장합니다.',
    fix: '이런 글자는 대개 바이너리 데이터를 텍스트로 읽었을 때 생깁니다.',
  },
}
