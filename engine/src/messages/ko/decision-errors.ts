import type { RowsInTheWay } from '../../rows/row-check.ts'
import type { Messages } from '../catalogue.ts'
import { questionWords } from './question-words.ts'

type Codes =
  | 'DECISION-FORM'
  | 'DECISION-FILE'
  | 'DECISION-UNKNOWN'
  | 'DECISION-RENAME'
  | 'DECISION-RENAME-KIND'
  | 'DECISION-DROPS-IN-PRODUCTION'
  | 'PLAN-UNDECIDED'
  | 'PLAN-ROWS'
  | 'REHEARSAL-STEP'
  | 'REHEARSAL-DIFFERS'
  | 'REHEARSAL-NOT-EMPTY'
  | 'REHEARSAL-SAME-DATABASE'
  | 'REHEARSAL-LOCK'
  | 'DECISION-DROPS'
  | 'DECISION-SCRIPT-PARKS'
  | 'APPLY-STALE'
  | 'APPLY-STEP'
  | 'APPLY-NOT-PROVED'
  | 'APPLY-NEEDS-YES'

export const decisionErrors: Pick<Messages['errors'], Codes> = {
  'DECISION-FORM': {
    message: (p) => `결정 "${p.text}"을(를) 읽을 수 없습니다`,
    hint: () =>
      '결정은 drop:스키마.객체, rename:스키마.객체=새이름, backfill:스키마.테이블.컬럼=식, using:스키마.테이블.컬럼=식, undo:종류:객체, keep:종류:객체, drops 가운데 하나로 적으세요.',
  },
  'DECISION-FILE': {
    message: (p) => `결정 파일 "${p.file}"을(를) 읽지 못했습니다: ${p.reason}`,
    hint: () => '한 줄에 결정 하나를 적은 파일이나 결정의 JSON 목록을 지정하세요.',
  },
  'DECISION-UNKNOWN': {
    message: (p) => `데이터베이스에 이름을 바꿀 객체 "${p.path}"이(가) 없습니다`,
    hint: () => '결정에는 지금 데이터베이스에 있는 이름을 스키마.테이블 또는 스키마.테이블.컬럼로 적으세요.',
  },
  'DECISION-RENAME': {
    message: (p) => `"${p.path}"의 이름을 "${p.name}"(으)로 바꿀 수 없습니다`,
    hint: () => '새 이름은 모델에는 있고 데이터베이스에는 아직 없는 이름이어야 합니다.',
  },
  'DECISION-RENAME-KIND': {
    message: (p) => `"${p.path}" 같은 ${p.kind}은(는) 이름을 바꾸지 않습니다`,
    hint: () => '대신 삭제를 수락하세요. 새 이름으로 다시 만듭니다.',
  },
  'DECISION-DROPS-IN-PRODUCTION': {
    message: () => '운영 환경에서는 --accept drops를 쓸 수 없습니다',
    hint: () => '--accept drop:public.users.age처럼 객체를 하나씩 수락하세요.',
  },
  'DECISION-SCRIPT-PARKS': {
    message: (p) => `스크립트로는 ${p.objects.join(', ')}을(를) 보관할 수 없습니다`,
    hint: () =>
      '스크립트는 저널에 기록하지 않아 보관한 것을 나중에 찾을 수 없습니다. npx trueup apply를 쓰거나 --sql에 --drops now를 더하세요. 그러면 삭제를 되돌릴 수 없습니다.',
  },
  'DECISION-DROPS': {
    message: (p) => `--drops에 "${p.text}"은(는) 쓸 수 없습니다`,
    hint: () => 'now 또는 park로 적으세요.',
  },
  'PLAN-UNDECIDED': {
    message: (p) => `아직 정하지 않은 것이 ${p.questions.length}건 있습니다. 아무것도 바뀌지 않았습니다`,
    detail: (p) =>
      p.questions
        .map(
          ({ about, object, answers }) =>
            `${object}: ${questionWords[about]}. 다음 중 하나로 답하세요: ${answers.map((answer) => `--accept ${answer}`).join('  또는  ')}`,
        )
        .join('\n'),
    hint: () => '--accept, --decisions 파일, 또는 모델의 `renamedFrom`으로 각각 답하세요.',
  },
  'PLAN-ROWS': {
    message: (p) =>
      `그대로 둘 수 없는 행이 있는 변경이 ${p.rows.length}건 있습니다. 아무것도 바뀌지 않았습니다`,
    detail: (p) => p.rows.map(describeRows).join('\n'),
    hint: () =>
      '행을 고치거나 어떤 값이 되어야 하는지 정하세요: --accept backfill:스키마.테이블.컬럼=식, --accept using:스키마.테이블.컬럼=식.',
  },
  'REHEARSAL-STEP': {
    message: (p) => `예행연습이 ${p.object}에서 실패했습니다: ${p.problem}`,
    detail: (p) => `SQLSTATE ${p.sqlstate}, 문장:\n${p.sql}`,
    hint: () => '데이터베이스는 바뀌지 않았습니다. 이 계획을 trueup의 오류로 알려 주세요.',
  },
  'REHEARSAL-DIFFERS': {
    message: (p) => `예행연습 결과가 모델과 다릅니다: ${p.objects.join(', ')}`,
    hint: () => '데이터베이스는 바뀌지 않았습니다. 이 계획을 trueup의 오류로 알려 주세요.',
  },
  'REHEARSAL-NOT-EMPTY': {
    message: (p) =>
      `--rehearse-on의 데이터베이스가 비어 있지 않습니다: ${p.objects.slice(0, 3).join(', ')}${p.objects.length > 3 ? ` 외 ${p.objects.length - 3}개` : ''}`,
    hint: () =>
      '그곳은 아무것도 바뀌지 않았습니다. 객체가 하나도 없고 남길 것도 없는 데이터베이스나 브랜치를 지정하세요.',
  },
  'REHEARSAL-SAME-DATABASE': {
    message: () => '--rehearse-on이 계획의 대상과 같은 데이터베이스입니다',
    hint: () => '아무것도 바뀌지 않았습니다. 비어 있는 다른 데이터베이스를 지정하세요.',
  },
  'REHEARSAL-LOCK': {
    message: (p) =>
      `미리 실행해 보니 ${p.object}에 대한 단계가 ${p.taken} 잠금을 잡았습니다(계획은 ${p.declared})`,
    detail: (p) => p.sql,
    hint: () =>
      '데이터베이스는 아무것도 바뀌지 않았습니다. trueup의 잘못이니 이 계획을 알려 주세요. --no-rehearsal을 쓰면 그대로 적용합니다.',
  },
  'APPLY-STALE': {
    message: () => '계획을 만든 뒤 데이터베이스가 바뀌었습니다',
    hint: () => '아무것도 바뀌지 않았습니다. 계획을 다시 만들고 검토하세요.',
  },
  'APPLY-STEP': {
    message: (p) => `${p.object}을(를) 바꾸지 못했습니다: ${p.problem}`,
    detail: (p) => `SQLSTATE ${p.sqlstate}, 문장:\n${p.sql}`,
    hint: () => '트랜잭션을 되돌렸습니다. 원인을 고친 뒤 다시 실행하세요.',
  },
  'APPLY-NOT-PROVED': {
    message: (p) => `단계를 모두 마쳐도 데이터베이스가 모델과 다릅니다: ${p.objects.join(', ')}`,
    hint: (p) =>
      p.committed
        ? '적용한 단계는 그대로 남아 있습니다. `trueup plan`으로 남은 차이를 확인하세요. 다른 사람이 바꾼 것이 아니라면 이 계획을 trueup의 오류로 알려 주세요.'
        : '마지막 트랜잭션을 되돌렸습니다. 이 계획을 trueup의 오류로 알려 주세요.',
  },
  'APPLY-NEEDS-YES': {
    message: () => '데이터베이스를 바꾸려면 확인이 필요합니다',
    hint: () => '터미널에서 실행해 질문에 답하거나 --yes를 추가하세요.',
  },
}

const reasons: Readonly<Record<string, string>> = {
  null: 'NULL이면 안 되는 컬럼이 NULL입니다',
  'needs-backfill': 'NULL이면 안 되는 새 컬럼에 넣을 값이 없습니다',
  check: '체크 조건에 맞지 않습니다',
  duplicate: '값이 중복됩니다',
  orphan: '없는 행을 참조합니다',
  partition: '파티션 범위에 맞지 않습니다',
  cast: '새 타입이 받을 수 없는 값이 있습니다',
  narrowing: '새 타입에서 잘리거나 반올림될 값이 있습니다',
  'enum-value': '없어질 값을 쓰고 있습니다',
}

function describeRows({ object, reason, table, count, examples }: RowsInTheWay): string {
  const path = table.slice(table.indexOf(':') + 1)
  if (reason === 'failure') return `${object}: ${path}의 행 때문에 실패합니다: ${examples.join()}`
  const some = examples.length > 0 ? `(${examples.join(', ')}${count > examples.length ? ', …' : ''})` : ''
  return `${object}: ${path}의 행 ${count}개${some}에서 ${reasons[reason] ?? reason}`
}
