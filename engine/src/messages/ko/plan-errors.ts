import type { Messages } from '../catalogue.ts'

type Codes = 'SECRET-UNKNOWN' | 'PLAN-ROLES' | 'PLAN-SUBSCRIPTION-CONNECTS'

export const planErrors: Pick<Messages['errors'], Codes> = {
  'SECRET-UNKNOWN': {
    message: (p) => `계획에 있는 비밀 값을 지금은 알 수 없습니다: ${p.marker}`,
    detail: () => '비밀번호와 접속 문자열은 계획, 캐시, 기록 어디에도 저장하지 않습니다.',
    hint: () =>
      '비밀 값이 들어 있는 소스(.sql 파일 또는 데이터베이스)를 스키마로 지정해 명령을 다시 실행하세요.',
  },
  'PLAN-ROLES': {
    message: (p) => `모델에 나오는 역할이 서버에 없습니다: ${p.roles.map((role) => `"${role}"`).join(', ')}`,
    detail: () => '역할은 서버 전체에 속하므로 이 도구가 만들지 않습니다. 데이터베이스는 바뀌지 않았습니다.',
    hint: (p) => `먼저 역할을 만드세요: ${p.roles.map((role) => `CREATE ROLE "${role}";`).join(' ')}`,
  },
  'PLAN-SUBSCRIPTION-CONNECTS': {
    message: (p) =>
      `발행 서버에 접속하지 않고는 구독 "${p.subscription}"의 ${p.options}을(를) 바꿀 수 없습니다`,
    detail: () =>
      'PostgreSQL은 이 옵션을 발행 서버에서도 함께 바꾸는데, 이 도구는 서버가 다른 서버에 접속하게 만들지 않습니다.',
    hint: (p) =>
      `구독을 비활성화한 뒤 ALTER SUBSCRIPTION … SET으로 ${p.options}을(를) 직접 바꾸고 다시 계획하세요.`,
  },
}
