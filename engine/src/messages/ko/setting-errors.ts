import { unreachable } from '../../assert/unreachable.ts'
import type { UrlPart } from '../../postgres/url/problem.ts'
import type { Problem, SettingProblem } from '../../settings/setting-problem.ts'
import type { settingErrors as english } from '../en/setting-errors.ts'

export const settingErrors: typeof english = {
  'SETTINGS-INVALID': {
    message: (p) =>
      p.problems.length === 1 ? line(p.problems[0]!) : `설정 ${p.problems.length}개가 잘못되었습니다`,
    detail: (p) => (p.problems.length === 1 ? undefined : p.problems.map(line).join('\n')),
    hint: () =>
      '데이터베이스 URL은 postgresql://user:password@host/database?sslmode=require 형식입니다. 환경 변수, .env.<환경>, .env 중 한 곳에 적으세요. .env.example을 참고하세요.',
  },
  'SETTINGS-ENVIRONMENT': {
    message: (p) => `"${p.name}" 환경은 없습니다 (${p.origin})`,
    hint: (p) => `다음 중 하나를 쓰세요: ${p.legal.join(', ')}.`,
  },
  'SETTINGS-FILE': {
    message: (p) => `설정 파일 "${p.file}"을 읽지 못했습니다: ${p.reason}`,
    hint: () => '텍스트 파일인지, 이 사용자에게 읽기 권한이 있는지 확인하세요.',
  },
  'SETTINGS-OUTSIDE-PROJECT': {
    message: (p) => `"${p.folder}" 폴더는 프로젝트 안이 아닙니다`,
    hint: () => '프로젝트 폴더(package.json과 .env가 있는 곳)로 이동해서 다시 실행하세요.',
  },
}

function line({ variable, origin, problem }: SettingProblem): string {
  return `${variable} (${origin}): ${problemText(problem)}`
}

const parts: Record<UrlPart, string> = {
  user: '사용자 이름',
  password: '비밀번호',
  host: '호스트',
  database: '데이터베이스 이름',
  parameter: '파라미터',
}

function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return `값이 없습니다. ${problem.environment} 환경에서는 반드시 필요합니다`
    case 'not-a-whole-number':
      return `${problem.least}부터 ${problem.most}까지의 정수여야 합니다`
    case 'not-one-of':
      return `다음 중 하나여야 합니다: ${problem.legal.join(', ')}`
    case 'not-a-database':
      return 'postgresql://로 시작하는 URL이거나 폴더 경로여야 합니다'
    case 'url-scheme':
      return 'postgresql:// 또는 postgres://로 시작해야 합니다'
    case 'url-unreadable':
      return 'user:password@host:port/database 형식으로 읽을 수 없습니다. 사용자 이름과 비밀번호에 있는 % @ / ? # : 문자는 %25 %40 %2F %3F %23 %3A로 적으세요'
    case 'url-ambiguous':
      return '여러 가지로 읽힐 수 있습니다. 사용자 이름, 비밀번호, 데이터베이스 이름에 있는 @는 %40, /는 %2F로 적으세요'
    case 'url-percent':
      return `${parts[problem.part]}에 있는 %가 올바른 문자 코드가 아닙니다. %는 %25로 적으세요`
    case 'url-several-hosts':
      return '호스트가 여러 개인 URL은 지원하지 않습니다. 하나만 적으세요'
    case 'url-host':
      return '호스트 이름이 올바르지 않습니다'
    case 'url-port':
      return '포트는 1부터 65535까지의 숫자여야 합니다'
    case 'url-parameter-unknown':
      return `"${problem.name}" 파라미터는 없습니다${problem.similar ? `. 혹시 "${problem.similar}"인가요?` : ''}`
    case 'url-parameter-unsupported':
      return `"${problem.name}" 파라미터는 지원하지 않습니다`
    case 'url-parameter-value':
      return `"${problem.name}" 파라미터는 다음 중 하나여야 합니다: ${problem.legal}`
    case 'url-parameter-needs':
      return `${problem.name}에는 ${problem.needs}가 필요합니다`
    default:
      return unreachable(problem)
  }
}
