import type { Messages } from '../catalogue.ts'
import { amount, duration, rows, size } from './amounts.ts'
import { questionWords } from './question-words.ts'

export const plan: Messages['plan'] = {
  nothing: () => '할 일이 없습니다. 데이터베이스가 모델과 같습니다.',
  nothingLeft: (p) => `할 일이 없습니다. ${p.file}이(가) 바꾸려는 것이 이미 모두 계획대로입니다.`,
  headline: (p) =>
    `계획: ${p.steps}단계. ${(
      [
        ['생성', p.created],
        ['변경', p.altered],
        ['이름 변경', p.renamed],
        ['되살림', p.returned],
        ['보관', p.parked],
        ['삭제', p.dropped],
      ] as const
    )
      .filter(([, count]) => count !== 0)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  strongestLock: () => '가장 강한 잠금',
  lockOn: (p) =>
    `${p.tables.slice(0, 3).join(', ')}${p.tables.length > 3 ? ` 외 ${p.tables.length - 3}개` : ''}에 ${p.mode}`,
  noLock: () => '기존 테이블에는 없음',
  losses: () => '사라지는 것',
  kept: () => '보관하는 것',
  loss: (p) => `${p.what}${p.held === '' ? '' : `: ${p.held}`}`,
  heldRows: (p) => rows(p.count),
  heldValues: (p) => `값 ${amount(p.count)}개`,
  rowsLabel: () => '관련된 행',
  rowsInvolved: (p) => `테이블 ${p.tables}개의 ${rows(p.rows, p.exact)}`,
  time: () => '예상 시간',
  timeEstimate: (p) =>
    `${duration(p.milliseconds)}${p.blockedMs >= 1000 ? `(한 테이블의 쓰기가 기다리는 시간: 최대 ${duration(p.blockedMs).replace('약 ', '')})` : ''}`,
  hazards: () => '위험',
  tableSize: (p) => `${rows(p.rows, p.exact)}, ${size(p.bytes)}`,
  newObject: () => '새로 만듦',
  stepLock: (p) => `${p.lock}, ${duration(p.milliseconds)}`,
  stepTime: (p) => `${duration(p.milliseconds)}`,
  stepLimit: ({ seconds }) => `${seconds}초 안에 끝나지 않으면 중단`,
  ownTransaction: () => '별도의 트랜잭션',
  noTransaction: () => '트랜잭션 밖에서',
  inBatches: () => '짧은 트랜잭션 여러 번에 나누어',
  way: () => '되돌리기',
  notExact: (p) => `정확하지 않음: ${p.reason}`,
  undoRowsGone: (p) => `${p.what}은(는) ${p.held === '' ? '' : `${p.held} 없이 `}빈 채로 돌아옵니다`,
  undoValuesGone: (p) => `${p.what}에서 없어진 값을 가졌던 행은 그때의 값을 그대로 가집니다`,
  undoFilled: (p) => `${p.what}에 채워 넣은 값은 그대로 남습니다`,
  undoComputed: (p) => `새로 계산한 ${p.what}의 값은 거꾸로 계산되지 않습니다`,
  unmodelled: () => 'trueup이 다루지 않는 종류라서 그대로 두는 것:',
  rowsInTheWay: () => '변경을 막는 행이 있습니다. 먼저 해결해야 합니다:',
  open: (p) => `먼저 정해야 할 것이 ${p.count}건 있습니다:`,
  openDrop: (p) => `${p.what}이(가) 사라집니다${p.held === '' ? '' : `(${p.held})`}`,
  openUndo: (p) => `${p.what}: ${questionWords[p.about]}`,
  rehearsed: (p) =>
    `행이 없는 복사본(${p.version})에서 미리 실행해 보았습니다. ${p.steps}단계가 모두 성공했고, 잠금은 예고한 대로이며, 결과는 모델과 같습니다.`,
  wayBackExact: () => '되돌리기도 이어서 미리 실행했고, 처음 상태로 정확히 돌아갑니다.',
  wayBackDiffers: (p) =>
    `되돌리기도 이어서 미리 실행했습니다. 되돌린 뒤에도 다른 것: ${p.objects.slice(0, 5).join(', ')}${p.objects.length > 5 ? ` 외 ${p.objects.length - 5}개` : ''}.`,
  wayBackFailed: (p) => `되돌리기도 이어서 미리 실행했지만 ${p.object}에서 실패했습니다: ${p.problem}`,
  rehearsedOtherMajor: (p) => `실제 데이터베이스는 ${p.server}입니다.`,
  notRehearsed: (p) => `미리 실행해 보지 못했습니다. 복사본을 만들 수 없습니다(${p.reason}).`,
  rehearsalSkipped: () => '요청대로 미리 실행해 보지 않았습니다.',
  rehearsalWaits: () => '아직 미리 실행해 보지 않았습니다. 결정이 끝나면 실행해 봅니다.',
  explain: (p) => `위험에 대한 자세한 설명: npx trueup explain ${p.code}`,
  next: () => '다음 단계: `npx trueup apply`가 이 계획을 실행합니다.',
  saved: (p) => `${p.file}에 저장했습니다. \`npx trueup apply ${p.file}\`은(는) 바로 이 계획만 실행합니다.`,
  question: (p) => `${p.environment}에 적용할까요?`,
  applied: (p) =>
    `${p.steps}단계를 ${p.seconds}초 만에 적용했습니다. 다시 읽어 보니 데이터베이스가 모델과 같습니다.`,
  appliedFile: (p) =>
    `${p.file}의 ${p.steps}단계를 ${p.seconds}초 만에 적용했습니다. 다시 읽어 보니 손댄 것이 모두 계획대로입니다.`,
  scriptHead: () =>
    '`trueup apply`가 실행하는 것과 같은 단계입니다. apply는 잠금을 다시 시도하고, 그 사이의 변경을 막고, 결과를 확인하는 일까지 합니다.',
  scriptBatches: () => 'apply는 나누어 실행합니다. 여기서는 문장 하나입니다',
  scriptSecret: () => '비밀 값이 들어갈 자리입니다. 표시를 실제 값으로 바꾸세요',
}

export const ask: Messages['ask'] = {
  loss: (p) =>
    `${p.what}이(가) 모델에 없습니다${p.held === '' ? '' : `(${p.held} 있음)`}. 어떻게 된 것인가요?`,
  drop: () => '지워도 됩니다(내용도 함께)',
  renamed: (p) => `이제 이름이 "${p.name}"입니다`,
  undo: (p) => `${p.what}: ${questionWords[p.about]}. 어떻게 할까요?`,
  putBack: () => '실행 이전의 상태로 되돌리기',
  leave: () => '지금 상태로 두기',
  stop: () => '여기서 멈추고 아무것도 바꾸지 않습니다',
  backfill: (p) =>
    `"${p.column}"은(는) NULL일 수 없는데 이미 ${rows(p.rows)}이 있습니다. 그 행에 넣을 값은 무엇인가요(SQL 식)?`,
  backfillEmpty: () => "식이 필요합니다. 예: 0, 'unknown', lower(email)",
  sameAs: (p) => `질문 없이 실행하려면: ${p.words.join(' ')}`,
}
