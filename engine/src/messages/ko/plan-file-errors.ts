import type { Messages } from '../catalogue.ts'

type Codes =
  | 'PLAN-FILE-UNREADABLE'
  | 'PLAN-FILE-UNWRITABLE'
  | 'PLAN-FILE-DAMAGED'
  | 'PLAN-OTHER-DATABASE'
  | 'PLAN-STALE'
  | 'USAGE-PLAN-FILE-FLAG'

export const planFileErrors: Pick<Messages['errors'], Codes> = {
  'PLAN-FILE-UNREADABLE': {
    message: (p) => `계획 "${p.file}"을(를) 읽지 못했습니다: ${p.reason}`,
    hint: () => '`trueup plan --out`이 쓴 파일을 지정하세요.',
  },
  'PLAN-FILE-UNWRITABLE': {
    message: (p) => `계획을 "${p.file}"에 쓰지 못했습니다: ${p.reason}`,
    hint: () => '쓰기 권한이 있는 기존 폴더 안의 파일을 지정하세요.',
  },
  'PLAN-FILE-DAMAGED': {
    message: (p) => `"${p.file}"은(는) trueup이 쓴 그대로의 계획이 아닙니다`,
    detail: (p) => damages[p.reason] ?? damages.checksum,
    hint: () =>
      '아무것도 바뀌지 않았습니다. `trueup plan --out`으로 계획을 다시 만들고, 계획 대신 모델을 고치세요.',
  },
  'PLAN-OTHER-DATABASE': {
    message: (p) => `다른 데이터베이스의 계획입니다: ${p.planned.where}(${p.planned.environment})`,
    detail: (p) => `이 명령은 ${p.actual.where}(${p.actual.environment})을(를) 바꾸게 됩니다.`,
    hint: () =>
      '아무것도 바뀌지 않았습니다. --env나 --database로 데이터베이스를 고르거나, 이 데이터베이스의 계획을 만드세요.',
  },
  'PLAN-STALE': {
    message: (p) =>
      `계획을 만든 뒤에 데이터베이스가 바뀌었습니다. 계획이 건드리는 객체 ${p.objects.length}개가 달라졌습니다`,
    detail: (p) =>
      [
        ...p.objects.slice(0, 10).map(({ object, change }) => `${object}: ${changes[change] ?? change}`),
        ...(p.objects.length > 10 ? [`그 밖에 ${p.objects.length - 10}개`] : []),
      ].join('\n'),
    hint: () => '아무것도 바뀌지 않았습니다. 계획을 다시 만들어 검토하세요.',
  },
  'USAGE-PLAN-FILE-FLAG': {
    message: (p) => `${p.flag}은(는) 계획 파일과 함께 쓸 수 없습니다`,
    hint: () => '계획 파일에는 모든 결정이 들어 있습니다. 옵션을 빼거나 계획을 새로 만드세요.',
  },
}

const damages: Readonly<Record<'not-json' | 'not-a-plan' | 'format' | 'checksum', string>> = {
  'not-json': 'JSON이 아닙니다.',
  'not-a-plan': '계획이 들어 있지 않습니다.',
  format: '다른 버전의 trueup이 쓴 형식입니다.',
  checksum: '체크섬이 내용과 맞지 않습니다. 누군가 고쳤거나 옮기는 중에 손상되었습니다.',
}

const changes: Readonly<Record<string, string>> = {
  changed: '달라졌습니다',
  appeared: '새로 생겼습니다',
  gone: '없어졌습니다',
}
