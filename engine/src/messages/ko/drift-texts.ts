import type { Messages } from '../catalogue.ts'
import type { DriftPattern } from '../en/drift-texts.ts'

const wrong: Readonly<Record<DriftPattern['reason'], string>> = {
  'no-text': '문자열이 아닙니다',
  'no-kind': '콜론 앞에 객체 종류가 없습니다',
  'unknown-kind': '알 수 없는 객체 종류로 시작합니다',
  'no-name': '콜론 뒤에 이름이 없습니다',
}

type Codes = 'DRIFT-NO-STATE' | 'DRIFT-PATTERN' | 'DRIFT-ADOPT' | 'USAGE-DRIFT'

export const driftErrors: Pick<Messages['errors'], Codes> = {
  'DRIFT-NO-STATE': {
    message: (p) => `비교할 상태를 남긴 실행이 없습니다: ${p.where}`,
    hint: () =>
      '드리프트는 마지막 실행이 남긴 상태와 비교해 알아냅니다. 먼저 `trueup apply`나 `trueup create`를 실행하세요. 모델과의 비교는 `trueup verify`가 합니다.',
  },
  'DRIFT-PATTERN': {
    message: (p) => `패턴 "${p.pattern}"이(가) 올바르지 않습니다: ${wrong[p.reason]}`,
    hint: () =>
      '보고서에 나오는 대로 종류와 이름을 쓰고, 아무 글자나 올 자리에는 *를 쓰세요: table:public.tmp_*, index:*.users_*, *:audit.*.',
  },
  'DRIFT-ADOPT': {
    message: (p) =>
      `${p.files.join(', ')}을(를) 더해도 모델이 다른 상태를 원합니다: ${p.objects.slice(0, 5).join(', ')}${p.objects.length > 5 ? ` 외 ${p.objects.length - 5}개` : ''}`,
    detail: () => '파일은 원래대로 두었고, 받아들인 것은 없습니다.',
    hint: () =>
      '모델에서도 이 객체들을 바꿨습니다. 모델에서 직접 정리하거나, `trueup drift --revert --objects <패턴>`으로 손으로 바꾼 것을 되돌리세요.',
  },
  'USAGE-DRIFT': {
    message: () => '--adopt와 --revert는 함께 쓸 수 없습니다',
    hint: () => '하나만 고르세요. 일부 객체만 다루려면 --objects를 함께 쓰세요.',
  },
}

export const drift: Messages['drift'] = {
  since: (p) => `실행 ${p.run}에서 남긴 상태와 비교(${p.command}, ${p.who}, ${p.finished} UTC)`,
  none: (p) => `드리프트가 없습니다. 데이터베이스가 실행 ${p.run}에서 남긴 그대로입니다.`,
  found: (p) => `실행 ${p.run} 이후 실행을 거치지 않고 달라진 점이 ${p.count}건 있습니다.`,
  ignored: (p) => `설정의 규칙에 따라 ${p.count}건을 제외했습니다.`,
  next: () =>
    '다음 단계: `npx trueup drift --adopt <파일>`로 받아들이거나, `npx trueup drift --revert`로 되돌리거나, trueup.config.ts의 `drift: { ignore: […] }`로 앞으로 제외하세요.',
  missing: (p) => `${p.what}: 새로 생김`,
  unknown: (p) => `${p.what}: 없어짐`,
  altered: (p) => `${p.what}: ${p.attribute} 이전 ${p.actual}, 현재 ${p.wanted}`,
  byRun: (p) =>
    `일부는 끝까지 가지 못한 실행 ${p.run}에서 한 일입니다. \`npx trueup apply\`가 이어서 진행합니다`,
  adoptHead: (p) =>
    `실행 ${p.run} 이후 손으로 바꾼 것을 ${p.day}에 받아들였습니다. 모델을 데이터베이스의 현재 상태로 만듭니다.`,
  adopted: (p) =>
    `${p.count}건을 ${p.files.join(', ')}에 받아들였습니다. 확인해 보니 이 객체들에 대해 모델이 더 원하는 것이 없습니다.`,
  adoptedUnproved: (p) => `${p.count}건을 ${p.files.join(', ')}에 받아들였습니다.`,
  adoptSource: (p) => `trueup.config.ts의 \`schema\`에 ${p.file}을(를) 추가하세요.`,
  adoptReplaces: (p) =>
    `${p.file}에는 데이터베이스 전체가 들어 있습니다. trueup.config.ts의 \`schema\`가 이것만 가리키게 하세요.`,
  notRemembered: (p) =>
    `참고: 역할 "${p.role}"에 저널("trueup" 스키마)에 쓸 권한이 없어 같은 드리프트가 다시 표시됩니다`,
  reverted: (p) =>
    `손으로 바꾼 것을 ${p.steps}단계로 되돌렸습니다(${p.seconds}초). 다시 읽어 보니 데이터베이스가 실행 ${p.run}에서 남긴 그대로입니다.`,
  beforeRun: (p) =>
    `참고: 실행 ${p.run} 이후 데이터베이스가 바뀌었습니다. 이번 실행이 끝나면 손으로 바꾼 것을 더는 구분할 수 없습니다. \`npx trueup drift\`로 확인하세요.`,
  amongDifferences: (p) =>
    `이 가운데 ${p.count}건은 드리프트입니다. 실행 ${p.run} 이후 실행을 거치지 않고 바뀌었습니다. \`npx trueup drift\`로 자세히 볼 수 있습니다.`,
  pendingOnly: (p) => `데이터베이스는 실행 ${p.run}에서 남긴 그대로이고, 그 뒤로 모델이 바뀌었습니다.`,
}
