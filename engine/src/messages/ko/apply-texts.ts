import type { Blocker } from '../../apply/blocker.ts'
import type { Messages } from '../catalogue.ts'

export const applyErrors: Pick<
  Messages['errors'],
  'APPLY-LOCK' | 'APPLY-STOPPED' | 'APPLY-UNFILLED' | 'USAGE-COUNT'
> = {
  'APPLY-LOCK': {
    message: (p) => `${duration(p.waitedMs)} 안에 ${p.object}을(를) 잠그지 못했습니다`,
    detail: (p) =>
      p.blockers.length > 0
        ? `막고 있는 세션:\n${p.blockers.map(blocker).join('\n')}`
        : '막고 있는 세션을 찾지 못했습니다.',
    hint: () =>
      '이 단계는 되돌렸고 기다리는 세션도 없습니다. 막고 있던 작업이 끝난 뒤 다시 실행하거나, --lock-wait로 더 오래 기다리거나, --terminate-blockers-after로 그 세션을 끝내세요.',
  },
  'APPLY-UNFILLED': {
    message: (p) => `${p.object}의 행에 새 값이 들어가지 않습니다`,
    detail: (p) => `아직 값을 기다리는 행이 있습니다: ${p.sql}`,
    hint: () =>
      '잃은 값은 없습니다. 이 UPDATE를 무시하거나 되돌리는 트리거나 규칙이 테이블에 있는지 확인하고, 모델에서 이 UPDATE를 허용하도록 고친 뒤 다시 실행하세요.',
  },
  'USAGE-COUNT': {
    message: (p) => `${p.flag}에는 정수가 필요합니다: "${p.text}"`,
    hint: (p) => `예: ${p.flag} 20`,
  },
  'APPLY-STOPPED': {
    message: (p) =>
      p.applied === 0
        ? '중단했습니다. 아무것도 바뀌지 않았습니다'
        : `안전한 지점에서 중단했습니다: ${p.of}단계 중 ${p.applied}단계를 적용했습니다`,
    hint: (p) =>
      p.applied === 0
        ? '언제든 다시 실행하세요.'
        : '이어서 하려면 다시 실행하세요. 반쯤 끝난 작업은 없습니다.',
  },
}

export const apply: Messages['apply'] = {
  steps: (p) => (p.first === p.last ? `${p.first}/${p.of}단계` : `${p.first}–${p.last}/${p.of}단계`),
  step: (p) => `${p.step}단계`,
  finished: (p) => `완료 (${duration(p.milliseconds)})`,
  phases: {
    running: () => '실행 중',
    backfill: () => '백필 중',
    initializing: () => '시작하는 중',
    'waiting for writers before build': () => '인덱스를 만들기 전에 쓰기 트랜잭션을 기다리는 중',
    'building index': () => '인덱스를 만드는 중',
    'waiting for writers before validation': () => '검증하기 전에 쓰기 트랜잭션을 기다리는 중',
    'index validation: scanning index': () => '검증: 인덱스를 읽는 중',
    'index validation: sorting tuples': () => '검증: 정렬하는 중',
    'index validation: scanning table': () => '검증: 테이블을 읽는 중',
    'waiting for old snapshots': () => '오래된 트랜잭션을 기다리는 중',
    'waiting for readers before marking dead': () => '이전 인덱스를 내리기 전에 읽기 트랜잭션을 기다리는 중',
    'waiting for readers before dropping': () => '이전 인덱스를 지우기 전에 읽기 트랜잭션을 기다리는 중',
  },
  units: { blocks: () => '블록', tuples: () => '행', lockers: () => '세션' },
  counted: (p) => `${p.percent}% (${p.total}${p.unit} 중 ${p.done})`,
  rows: (p) => `${p.rows}행 변경`,
  rate: (p) => `초당 ${p.rows}행`,
  connections: (p) => `연결 ${p.count}개`,
  left: (p) => `${duration(p.seconds * 1000)} 남음`,
  elapsed: (p) => duration(p.milliseconds),
  blocker,
  waitsForLock: (p) =>
    `아직 ${p.object}을(를) 잠그지 못했습니다 (${duration(p.budgetMs)} 중 ${duration(p.waitedMs)}). 그동안 뒤에 밀려 있는 세션은 없습니다. 막고 있는 세션:`,
  queued: (p) => `${p.object}이(가) ${duration(p.waitedMs)}째 잠금을 기다립니다. 막고 있는 세션:`,
  waitsForTransactions: (p) =>
    `${p.object}을(를) 시작하기 전에 오래된 트랜잭션을 기다립니다 (${duration(p.budgetMs)} 중 ${duration(p.waitedMs)}):`,
  nobodyFound: () => '찾지 못했습니다',
  blockerEnded: (p) =>
    p.ended
      ? `--terminate-blockers-after에 따라 세션 ${p.pid}을(를) 끝냈습니다`
      : `세션 ${p.pid}을(를) 끝내지 못했습니다: 권한이 없습니다`,
  paused: {
    asked: () => '요청에 따라 일시 중지했습니다',
    lag: (p) => `일시 중지: 복제본이 ${duration(p.lagMs)}, ${p.megabytes}MB 뒤처져 있습니다`,
    load: (p) => `일시 중지: 활성 세션 ${p.active}개, 한도 ${p.limit}개`,
  },
  resumed: (p) => `${duration(p.milliseconds)} 만에 다시 진행합니다`,
  summary: (p) =>
    [
      `적용: ${p.applied}`,
      p.failed === undefined ? '' : `실패: ${p.failed}단계`,
      p.failed === undefined && p.notReached === 0
        ? ''
        : `실행하지 않음: ${p.notReached - (p.failed === undefined ? 0 : 1)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  longestLock: (p) => `읽기나 쓰기를 막은 테이블 잠금은 ${duration(p.milliseconds)}을(를) 넘지 않았습니다.`,
}

function blocker({ pid, user, application, state, type, query, ageMs, holds }: Blocker): string {
  const who = pid === undefined ? `준비된 트랜잭션 "${query}"` : `세션 ${pid}`
  const facts = [
    user && `사용자 ${user}`,
    application && `애플리케이션 "${application}"`,
    type !== 'client backend' && pid !== undefined && type,
    pid !== undefined && state,
    `${duration(ageMs)} 경과`,
    holds.length > 0 && `보유: ${holds.slice(0, 5).join(', ')}${holds.length > 5 ? ', …' : ''}`,
  ].filter(Boolean)
  return `${who} (${facts.join(', ')})${pid !== undefined && query ? `: ${query}` : ''}`
}

function duration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)}ms`
  if (milliseconds < 10_000) return `${(milliseconds / 1_000).toFixed(1)}초`
  const seconds = Math.round(milliseconds / 1_000)
  if (seconds < 60) return `${seconds}초`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes}분` : `${minutes}분 ${seconds % 60}초`
  return `${Math.floor(minutes / 60)}시간 ${minutes % 60}분`
}
