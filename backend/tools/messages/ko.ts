import { amount } from './amounts.ts'
import type { ToolMessages } from './catalogue.ts'

export const ko: ToolMessages = {
  flags: {
    database: () => '데이터베이스의 postgresql:// URL 또는 내장 데이터베이스의 폴더',
    env: () => '환경: development, staging, production (기본값: APP_ENV, 없으면 development)',
    json: () => '결과를 JSON으로 출력합니다',
  },
  refusals: {
    'USAGE-NUMBER': {
      message: (p) =>
        `옵션 "${p.flag}"에는 ${p.least}부터 ${amount(p.most)}까지의 숫자를 써야 합니다. 받은 값: "${p.text}"`,
      hint: (p) => `${p.flag}=<숫자>로 쓰거나 생략하세요.`,
    },
    'SEED-PRODUCTION': {
      message: (p) => `"${p.place}"은(는) 운영 환경의 데이터베이스이므로 시드 데이터를 넣지 않습니다`,
      hint: () =>
        '시드는 사용자와 금액을 지어냅니다. --env로 다른 환경을, 또는 --database로 다른 데이터베이스를 고르세요.',
    },
    'SEED-NOT-EMPTY': {
      message: (p) => `테이블 "${p.table}"에 이미 행이 있습니다`,
      hint: () => '빈 데이터베이스에 넣으세요. 새로 만든 다음 `npm run create-tables`를 실행하면 됩니다.',
    },
    'MARKET-EMPTY': {
      message: (p) => `"${p.place}"에 사용자, 관리자 또는 공개된 아바타가 없습니다`,
      hint: () => '먼저 `npm run seed`로 채우세요.',
    },
    'MARKET-PRODUCTION': {
      message: (p) => `"${p.place}"은(는) 운영 환경의 데이터베이스이므로 사람만 거래합니다`,
      hint: () =>
        '이 명령은 구매, 좋아요, 환전을 실제로 실행합니다. --env로 다른 환경을, 또는 --database로 다른 데이터베이스를 고르세요.',
    },
    'MARKET-ONE-CLIENT': {
      message: (p) => `내장 데이터베이스는 클라이언트 하나만 받습니다. 요청한 수: ${p.clients}`,
      hint: () => '--clients를 생략하거나 --database로 서버를 지정하세요.',
    },
  },
  seed: {
    summary: () => '빈 테이블을 1년 치의 그럴듯한 마켓 데이터로 채웁니다',
    scale: () => '규모: 1은 약 10만 행, 100은 약 1,000만 행 (기본값: 1)',
    seed: () => '같은 숫자는 같은 데이터를 만듭니다 (기본값: 1)',
    progress: (p) => `${p.percent} %  ${amount(p.rows)}행  ${p.seconds}초`,
    done: (p) => `${p.place}에 ${amount(p.rows)}행을 넣었습니다(${p.seconds}초).`,
  },
  market: {
    summary: () => '사용자와 작업자가 하는 일을 동시에 실행하고 측정합니다',
    clients: () => '동시에 일하는 클라이언트 수 (기본값: 16, 내장 데이터베이스에서는 1)',
    seconds: () => '실행할 시간(초) (기본값: 60)',
    rate: () => '앞선 작업이 끝났는지와 관계없이 1초에 시작할 작업 수 (기본값: 가능한 한 빠르게)',
    seed: () => '같은 숫자는 같은 선택을 합니다 (기본값: 1)',
    begins: (p) => `${p.place}에서 클라이언트 ${p.clients}개가 ${p.seconds}초 동안 일합니다.`,
    live: (p) =>
      `${p.seconds}초  초당 ${amount(p.perSecond)}건  p50 ${p.p50} ms  p99 ${p.p99} ms  충돌 ${p.conflicts}  오류 ${p.errors}`,
    heads: () => ['작업', '건수', '초당', 'p50 ms', 'p95 ms', 'p99 ms', '최대 ms', '충돌', '오류'],
    all: () => '전체',
    failed: (p) => `실패: ${p.error}`,
    asking: () => '불변 조건을 확인합니다 …',
  },
  upkeep: {
    summary: () => '워커가 죽은 작업 실패 처리, 로그의 월별 파티션 생성과 삭제, 오래된 작업 삭제를 합니다',
    swept: (p) => `워커가 죽은 작업 ${amount(p.count)}개를 실패로 처리했습니다.`,
    made: (p) => `만들었습니다: ${p.names}`,
    dropped: (p) => `보관 기간이 지나 삭제했습니다: ${p.names}`,
    purged: (p) => `끝난 지 90일이 넘은 작업 ${amount(p.count)}개를 삭제했습니다.`,
    nothing: () => '할 일이 없습니다.',
  },
  checkInvariants: {
    summary: () => '잔액, 원장, 이미지, 공유에서 언제나 지켜져야 하는 규칙을 한 스냅샷에서 확인합니다',
    asking: (p) => `${p.id} ${p.name}`,
    holds: (p) => `✓ ${p.id}  ${p.name}`,
    broken: (p) => `✗ ${p.id}  ${p.name}: ${p.of}의 ${amount(p.breaches)}행, 예: id ${p.examples}`,
    allHold: (p) => `${p.place}에서 불변 조건 ${p.count}개가 모두 지켜집니다(${p.seconds}초).`,
    someBroken: (p) => `${p.place}에서 불변 조건 ${p.count}개 중 ${p.broken}개가 깨졌습니다(${p.seconds}초).`,
    names: {
      I1: () => '잔액은 원장의 합과 같다',
      I2: () => '사용자의 원장은 끊기지 않고 이어진다',
      I3: () => '모든 이미지에는 차감이 있다',
      I4: () => '옵션 크레딧이 있는 성공에만 아바타 주인의 수익이 있다',
      I5: () => '환불 금액이 일치한다',
      I6: () => '진행 중인 이미지에는 진행 중인 작업이 정확히 하나 있다',
      I7: () => '작업과 이미지의 상태가 맞는다',
      I8: () => '처리된 웹훅에는 구매가 하나 있다',
      I9: () => '환전: 차감은 언제나, 반환은 거절되거나 실패했을 때만 있다',
      I10: () => '번 것보다 많이 환전한 사람은 없다',
      I11: () => '환전과 아바타는 인플루언서에게만 있다',
      I12: () => '공유는 보여도 되는 것만 보여 준다',
      I13: () => '성공한 학습은 모델을 남겼다',
      I14: () => '닫힌 계정은 아무것도 공개하지 않는다',
      I15: () => '로그 행은 자기 달의 파티션에 있다',
    },
  },
}
