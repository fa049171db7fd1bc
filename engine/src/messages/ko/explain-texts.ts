import type { Messages } from '../catalogue.ts'

export const explainErrors: Pick<Messages['errors'], 'EXPLAIN-UNKNOWN'> = {
  'EXPLAIN-UNKNOWN': {
    message: (p) => `"${p.code}" 설명은 없습니다`,
    hint: (p) =>
      p.near.length > 0
        ? `혹시 ${p.near.map((code) => `\`trueup explain ${code}\``).join(' 또는 ')}를 찾으셨나요?`
        : '`trueup explain`으로 모든 설명의 목록을 확인하세요.',
  },
}

export const explain: Messages['explain'] = {
  why: () => '원인',
  fix: () => '해결 방법',
  example: () => '예',
  errors: () => '오류',
  hazards: () => '위험',
  more: () => '자세한 설명은 `trueup explain <코드>`로 확인하세요.',
  errorsIntroduction: () =>
    '모든 오류에는 뜻이 바뀌지 않는 코드가 있습니다. `trueup explain <코드>`로 설명을 볼 수 있습니다.',
  hazardsIntroduction: () =>
    '계획을 실행하기 전에 알려 주는 위험입니다. `trueup explain <코드>`로 설명을 볼 수 있습니다.',
}
