import type { Messages } from '../catalogue.ts'

export const kinds: Messages['kinds'] = {
  aggregate: () => '집계 함수',
  attribute: () => '속성',
  'base-type': () => '타입',
  column: () => '컬럼',
  composite: () => '타입',
  constraint: () => '제약 조건',
  default: () => '기본값',
  domain: () => '도메인',
  'domain-constraint': () => '도메인 제약 조건',
  enum: () => '열거형',
  'enum-value': () => '값',
  'event-trigger': () => '이벤트 트리거',
  extension: () => '확장',
  'foreign-table': () => '외부 테이블',
  function: () => '함수',
  index: () => '인덱스',
  'materialized-view': () => '구체화 뷰',
  policy: () => '정책',
  range: () => '범위 타입',
  rule: () => '규칙',
  schema: () => '스키마',
  sequence: () => '시퀀스',
  statistics: () => '확장 통계',
  table: () => '테이블',
  trigger: () => '트리거',
  view: () => '뷰',
}

export const attributes: Messages['attributes'] = {
  collation: () => '콜레이션',
  comment: () => '주석',
  definition: () => '정의',
  enabled: () => '활성 상태',
  expression: () => '식',
  generated: () => '생성 컬럼',
  identity: () => 'identity',
  labels: () => '값',
  notNull: () => 'NOT NULL',
  notNullName: () => 'NOT NULL 이름',
  options: () => '옵션',
  ownedBy: () => '소유 컬럼',
  partitionBound: () => '파티션 범위',
  partitionKey: () => '파티션 키',
  partitionOf: () => '파티션된 테이블',
  persistence: () => '영속성',
  rowSecurity: () => '행 수준 보안',
  storage: () => '저장 옵션',
  type: () => '타입',
  validated: () => '검증 여부',
}

export const difference: Messages['difference'] = {
  missing: (p) => `${p.what}: 없음`,
  unknown: (p) => `${p.what}: 모델에 없음`,
  altered: (p) => `${p.what}: ${p.attribute} 현재 ${p.actual}, 모델 ${p.wanted}`,
  none: () => '없음',
  yes: () => '예',
  no: () => '아니요',
}

export const tableHeads: Messages['tableHeads'] = {
  name: () => '테이블',
  label: () => '이름',
  columns: () => '컬럼',
  indexes: () => '인덱스',
  foreignKeys: () => '외래 키',
  partitions: () => '파티션',
  state: () => '상태',
}

export const tableStates: Messages['tableStates'] = {
  created: () => '생성됨',
  equal: () => '모델과 같음',
  differs: () => '다름',
  missing: () => '없음',
  unknown: () => '모델에 없음',
}

export const place: Messages['place'] = {
  server: (p) => `${p.host}:${p.port}의 데이터베이스 "${p.database}"(사용자 "${p.user}")`,
  folder: (p) => `내장 데이터베이스(${p.folder})`,
  memory: () => '메모리 내장 데이터베이스',
}
