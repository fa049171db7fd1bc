import type { LockHolder } from '../../run-lock/holder.ts'
import type { AliveReason } from '../../run-lock/unlock.ts'
import type { Messages } from '../catalogue.ts'

type RunErrors = 'RUN-LOCK-BUSY' | 'RUN-LOCK-LOST' | 'JOURNAL-NEWER' | 'JOURNAL-DENIED'

export const runErrors: Pick<Messages['errors'], RunErrors> = {
  'RUN-LOCK-BUSY': {
    message: ({ holder }) =>
      `다른 실행이 이 데이터베이스에서 작업 중입니다${holder ? `: ${holderText(holder)}` : ''}`,
    detail: ({ waitedMs }) => `${Math.round(waitedMs / 1000)}초 동안 기다렸습니다.`,
    hint: () =>
      '--wait 30m으로 더 오래 기다리거나, `trueup runs`로 진행 상황을 확인하세요. 그 실행이 이미 사라진 것이라면 `trueup unlock`을 실행하세요.',
  },
  'RUN-LOCK-LOST': {
    message: () => '실행 잠금을 잃었습니다. 다른 실행이 시작되었을 수 있습니다',
    hint: () => '같은 명령을 다시 실행하세요. 데이터베이스의 현재 상태를 확인하고 이어서 진행합니다.',
  },
  'JOURNAL-NEWER': {
    message: ({ format, known, toolVersion }) =>
      `이 데이터베이스의 저널은 trueup ${toolVersion}이 쓴 형식 ${format}입니다. 현재 버전은 형식 ${known}까지만 압니다`,
    hint: ({ toolVersion }) => `trueup을 ${toolVersion} 이상으로 업데이트하세요. 아무것도 바뀌지 않았습니다.`,
  },
  'JOURNAL-DENIED': {
    message: ({ role, database }) =>
      `역할 "${role}"에 데이터베이스 "${database}"의 저널("trueup" 스키마)에 쓸 권한이 없습니다`,
    detail: () =>
      '이 계획은 여러 트랜잭션으로 실행됩니다. 저널이 없으면 중단되었을 때 어디까지 진행했는지 알 수 없습니다.',
    hint: ({ role, database }) =>
      `데이터베이스 소유자로 GRANT CREATE ON DATABASE "${database}" TO "${role}"을 실행하세요. "trueup" 스키마가 이미 있다면 GRANT USAGE, CREATE ON SCHEMA trueup TO "${role}"; GRANT ALL ON ALL TABLES IN SCHEMA trueup TO "${role}"을 실행한 뒤 명령을 다시 실행하세요. 아무것도 바뀌지 않았습니다.`,
  },
}

type RunUsageErrors =
  | 'USAGE-DURATION'
  | 'USAGE-RUN-NUMBER'
  | 'USAGE-CONTROL'
  | 'RUN-UNKNOWN'
  | 'RUN-NOT-AT-WORK'

export const runUsageErrors: Pick<Messages['errors'], RunUsageErrors> = {
  'USAGE-DURATION': {
    message: ({ flag, text }) => `"${text}"은(는) ${flag}에 쓸 수 있는 시간이 아닙니다`,
    hint: ({ flag }) => `숫자와 단위를 함께 쓰세요: ${flag} 30s, 10m, 1h`,
  },
  'USAGE-RUN-NUMBER': {
    message: ({ word }) => `"${word}"은(는) 실행 번호가 아닙니다`,
    hint: () => '이 데이터베이스의 실행과 번호는 `trueup history`로 확인하세요.',
  },
  'USAGE-CONTROL': {
    message: () => '실행은 일시 중지하거나, 재개하거나, 1~100퍼센트로 늦출 수 있습니다',
    hint: () => '--pause, --resume, --speed 25 중 하나를 쓰세요(--speed는 --resume과 함께 쓸 수 있습니다).',
  },
  'RUN-UNKNOWN': {
    message: ({ id }) => `이 데이터베이스의 저널에 실행 ${id}이(가) 없습니다`,
    hint: () => '이 데이터베이스의 실행과 번호는 `trueup history`로 확인하세요.',
  },
  'RUN-NOT-AT-WORK': {
    message: ({ id }) =>
      id === undefined
        ? '이 데이터베이스에서 진행 중인 실행이 없습니다'
        : `실행 ${id}은(는) 진행 중이 아닙니다`,
    hint: () => '진행 중인 실행은 `trueup runs`, 지난 실행은 `trueup history`로 확인하세요.',
  },
}

function holderText(holder: LockHolder): string {
  if (holder.kind === 'lease')
    return `${holder.owner.osUser}@${holder.owner.osHost}(역할 "${holder.owner.role}"), ${holder.owner.since}부터`
  const { pid, role, application, address } = holder
  return `프로세스 ${pid}${application ? `, "${application}"` : ''}${role ? `, 역할 "${role}"` : ''}${address ? `, ${address}에서 접속` : ''}`
}

export const runs: Messages['runs'] = {
  holder: holderText,
  waiting: ({ holder, seconds }) =>
    `다른 실행이 끝나기를 기다리는 중입니다(${seconds}초)${holder ? `: ${holderText(holder)}` : ''}`,
  roleLimits: ({ statementTimeout, lockTimeout }) =>
    `참고: 이 풀러를 거치면 트랜잭션 밖에서 실행하는 단계에는 역할 자체의 제한(statement_timeout ${statementTimeout}, lock_timeout ${lockTimeout})이 적용되어, 오래 걸리는 인덱스 생성이 취소될 수 있습니다. 직접 연결하면 이 제한을 받지 않습니다`,
  notJournalled: ({ role }) =>
    `참고: 역할 "${role}"에 저널("trueup" 스키마)에 쓸 권한이 없어 이번 실행은 기록에 남지 않습니다`,
  found: ({ id, who, command, started, step, steps, what }) =>
    `실행 ${id}(${command}, ${who}, ${started})이 ${steps}단계 중 ${step}단계에서 중단된 것을 발견했습니다. ${what}`,
  foundDone: () => '그 단계는 이미 끝나 있어 이어서 진행합니다',
  foundFailed: () => '그 단계는 끝나지 않았으므로 다시 계획합니다',
  foundNothing: () => '진행 중이던 단계가 없어 이어서 진행합니다',
  states: {
    pending: () => '대기',
    running: () => '진행 중',
    done: () => '완료',
    'in doubt': () => '불확실',
    failed: () => '실패',
    undone: () => '되돌림',
  },
  noHistory: () => '아직 실행 기록이 없습니다. 이 데이터베이스에는 저널이 없습니다.',
  historyHeads: () => ['실행', '시작(UTC)', '상태', '명령', '환경', '단계', '시간', '실행한 사람', ''],
  took: ({ seconds }) => `${seconds}초`,
  stepCount: ({ done, steps }) => (done === steps ? `${steps}` : `${done}/${steps}`),
  runTitle: ({ id, command, environment, state }) => `실행 ${id}: ${environment}에 ${command}, ${state}`,
  runTimes: ({ started, finished, seconds }) =>
    `  ${started}${finished ? ` ~ ${finished}(${seconds})` : ' 시작, 끝나지 않음'}`,
  runWho: ({ who, role, application, toolVersion }) =>
    `  ${who}, 역할 "${role}", ${application || 'trueup'} ${toolVersion}`,
  runProblem: ({ problem }) => `  ${problem}`,
  attempts: ({ attempts }) => `${attempts}번 시도`,
  nobodyRuns: () => '이 데이터베이스에서 진행 중인 실행이 없습니다.',
  diedRuns: ({ ids }) =>
    `도중에 중단된 실행: ${ids.join(', ')}. 다음 \`trueup apply\`가 데이터베이스를 확인하고 이어서 진행합니다.`,
  lockHeld: ({ holder }) => `실행 잠금을 쥔 쪽: ${holderText(holder)}`,
  runningLine: ({ id, command, environment, started, who, done, steps }) =>
    `실행 ${id}: ${environment}에 ${command}, ${who}, ${started}부터, ${steps}단계 중 ${done}단계 완료`,
  pausedNow: () => '일시 중지됨. `trueup runs --resume`으로 다시 진행합니다',
  slowedNow: ({ speed }) => `${speed}% 속도로 늦춰져 있습니다`,
  asked: ({ id }) => `실행 ${id}에 요청했습니다. 백필은 진행 중인 배치가 끝나면 따릅니다.`,
  lockFree: () => '실행 잠금을 쥔 쪽이 없습니다.',
  lockEnded: ({ holder }) => `${holderText(holder)}의 실행 잠금을 풀었습니다. 주인이 이미 사라졌습니다.`,
  lockAlive: ({ holder, reason }) =>
    `실행 잠금을 쥔 쪽: ${holderText(holder)}. 잠금을 그대로 둡니다. ${aliveText[reason]}.`,
}

const aliveText: Readonly<Record<AliveReason, string>> = {
  working: '서버가 지금 그 실행의 문장을 처리하고 있습니다',
  'heard-of': '조금 전까지 살아 있었습니다. 사라진 것이 확실하면 2분 뒤에 다시 시도하세요',
  invisible: '이 역할은 그 세션의 상태를 볼 수 없습니다. 같은 역할이나 슈퍼유저로 실행하세요',
  'may-not-end': '이 역할은 그 세션을 끝낼 수 없습니다. 같은 역할이나 슈퍼유저로 실행하세요',
}
