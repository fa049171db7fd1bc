import type { Messages } from '../catalogue.ts'

export const commandErrors: Pick<Messages['errors'], 'USAGE-COMMAND' | 'USAGE-FLAG'> = {
  'USAGE-COMMAND': {
    message: (p) => `"${p.command}" 명령은 없습니다`,
    hint: () => '`trueup --help`로 명령 목록을 확인하세요.',
  },
  'USAGE-FLAG': {
    message: (p) => p.problem,
    hint: (p) => `\`trueup ${p.command} --help\`로 이 명령의 옵션을 확인하세요.`,
  },
}
