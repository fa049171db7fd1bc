import type { Messages } from '../catalogue.ts'

type Codes =
  | 'CREATE-UNKNOWN-TABLE'
  | 'CREATE-ONLY-WITHOUT-MISSING'
  | 'CREATE-NEEDS-TABLE'
  | 'CREATE-NAME-TAKEN'
  | 'CREATE-STATEMENT'
  | 'CREATE-NOT-PROVED'
  | 'CREATE-NEEDS-YES'

export const createErrors: Pick<Messages['errors'], Codes> = {
  'CREATE-UNKNOWN-TABLE': {
    message: (p) => `모델에 테이블 ${p.names.map((name) => `"${name}"`).join(', ')}이(가) 없습니다`,
    hint: (p) => `사용할 수 있는 테이블: ${p.known.join(', ')}.`,
  },
  'CREATE-ONLY-WITHOUT-MISSING': {
    message: () => '--only는 --missing과 함께 써야 합니다',
    hint: () => '없는 테이블 중 일부만 만들려면 --missing을 추가하세요.',
  },
  'CREATE-NEEDS-TABLE': {
    message: (p) => `"${p.table}"만 만들 수 없습니다: 참조하는 "${p.needed}"도 없습니다`,
    hint: (p) => `--only에 "${p.needed}"을(를) 추가하거나 --only를 빼세요.`,
  },
  'CREATE-NAME-TAKEN': {
    message: (p) =>
      `"${p.table}"을(를) 만들 수 없습니다: 참조할 테이블 "${p.needed}"의 이름을 ${p.kind}이(가) 쓰고 있습니다`,
    hint: (p) =>
      `${p.kind} "${p.needed}"(또는 모델의 테이블)의 이름을 바꾼 뒤 다시 실행하세요. 아무것도 바뀌지 않았습니다.`,
  },
  'CREATE-STATEMENT': {
    message: (p) => `${p.object}을(를) 만들지 못했습니다: ${p.problem}`,
    detail: (p) => `SQLSTATE ${p.sqlstate}, 문장:\n${p.sql}`,
    hint: () =>
      '모두 되돌렸으므로 데이터베이스는 그대로입니다. `trueup verify`로 기존 객체와 모델의 차이를, `trueup doctor`로 권한을 확인하세요.',
  },
  'CREATE-NOT-PROVED': {
    message: (p) => `만든 결과가 모델과 다릅니다: ${p.objects.join(', ')}`,
    hint: () =>
      '`trueup verify`로 차이를 확인하세요. 서버의 이벤트 트리거 등이 새 객체를 바꿨을 수 있습니다.',
  },
  'CREATE-NEEDS-YES': {
    message: (p) => `${p.environment}에서 테이블을 만들려면 확인이 필요합니다`,
    hint: () => '터미널에서 실행해 질문에 답하거나 --yes를 추가하세요.',
  },
}

export const create: Messages['create'] = {
  embeddedDefault: (p) => `DATABASE_URL이 없어 ${p.folder}의 내장 PostgreSQL을 사용합니다`,
  environment: (p) => `${p.environment}: ${p.place} (${p.version})`,
  created: (p) =>
    `테이블 ${p.tables}개${p.partitions > 0 ? `(파티션 ${p.partitions}개 포함)` : ''}를 ${p.seconds}초 만에 만들었습니다. 다시 읽어 보니 모두 모델과 같습니다.`,
  createdPartitions: (p) =>
    `파티션 ${p.partitions}개를 ${p.seconds}초 만에 만들었습니다. 다시 읽어 보니 모두 모델과 같습니다.`,
  createdOther: (p) =>
    `객체 ${p.objects}개를 ${p.seconds}초 만에 만들었습니다. 다시 읽어 보니 모두 모델과 같습니다.`,
  nothing: (p) => `만들 것이 없습니다(${p.seconds}초).`,
  nothingInScript: () => '-- 만들 것이 없습니다',
  willMake: (p) => `만들 것: ${p.tables} (문장 ${p.statements}개)`,
  missingWere: (p) => `없는 테이블: ${p.tables}`,
  differing: (p) => `이미 있는 것 가운데 모델과 다른 점 ${p.count}건(건드리지 않았습니다):`,
  next: () => '다음 단계: `npx trueup verify`가 전체를 모델과 비교합니다.',
  elsewhere: (p) =>
    `참고: 테이블 "${p.table}"이(가) search_path(${p.path})에서 앞서는 스키마 "${p.schema}"에도 있습니다. 스키마를 쓰지 않은 쿼리는 그 테이블을 찾습니다`,
  question: (p) => `${p.environment}에 만들까요?`,
  declined: () => '아무것도 바뀌지 않았습니다.',
}

export const verify: Messages['verify'] = {
  equal: (p) => `데이터베이스가 모델과 같습니다: 테이블 ${p.tables}개(${p.seconds}초).`,
  differs: (p) => `데이터베이스와 모델의 차이 ${p.count}건(${p.seconds}초):`,
  next: () =>
    '다음 단계: `npx trueup plan`이 모델과 같아지려면 무엇을 바꿔야 하는지 보여 줍니다. `npx trueup create --missing`은 없는 테이블만 만듭니다.',
}
