import type { Messages } from '../catalogue.ts'

export const commandErrors: Pick<
  Messages['errors'],
  'USAGE-COMMAND' | 'USAGE-FOLDER' | 'USAGE-FLAG-UNKNOWN' | 'USAGE-FLAG-VALUE' | 'USAGE-WORD'
> = {
  'USAGE-COMMAND': {
    message: (p) => `"${p.command}" 명령은 없습니다`,
    hint: () => '`trueup --help`로 명령 목록을 확인하세요.',
  },
  'USAGE-FOLDER': {
    message: (p) => `"trueup ${p.command}"에는 백업 폴더가 필요합니다`,
    hint: (p) =>
      `\`trueup ${p.command} backups/shop-production-20261122T180512Z\`처럼 명령 뒤에 쓰세요. 목록은 \`trueup backup list\`로 확인하세요.`,
  },
  'USAGE-FLAG-UNKNOWN': {
    message: (p) => `"${p.command}"에는 옵션 "${p.flag}"이(가) 없습니다`,
    hint: (p) => `\`${p.command} --help\`로 이 명령의 옵션을 확인하세요.`,
  },
  'USAGE-FLAG-VALUE': {
    message: (p) =>
      p.takesValue ? `옵션 "${p.flag}"에는 값이 필요합니다` : `옵션 "${p.flag}"에는 값을 줄 수 없습니다`,
    hint: (p) => (p.takesValue ? `${p.flag}=<값>처럼 쓰거나 한 칸 띄고 값을 쓰세요.` : `${p.flag}만 쓰세요.`),
  },
  'USAGE-WORD': {
    message: (p) => `"${p.command}"이(가) 알 수 없는 단어입니다: "${p.word}"`,
    hint: (p) => `옵션은 대시 두 개로 시작합니다. \`${p.command} --help\`로 이 명령의 옵션을 확인하세요.`,
  },
}
