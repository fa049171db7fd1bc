import type { embeddedErrors as english } from '../en/embedded-errors.ts'

export const embeddedErrors: typeof english = {
  'EMBEDDED-IN-USE': {
    message: (p) => `"${p.folder}"의 데이터베이스가 사용 중입니다`,
    detail: (p) => `프로세스 ${p.pid}(${p.command})가 ${p.since}부터 사용 중입니다.`,
    hint: (p) =>
      `끝날 때까지 기다리거나 종료하세요: kill ${p.pid}. 두 프로세스가 동시에 열면 데이터를 잃습니다.`,
  },
  'EMBEDDED-LOCKED-ELSEWHERE': {
    message: (p) => `"${p.folder}"의 데이터베이스를 다른 컴퓨터 "${p.host}"에서 사용하고 있습니다`,
    detail: (p) => `"${p.host}"의 프로세스 ${p.pid}(${p.command})가 ${p.since}부터 사용 중입니다.`,
    hint: (p) =>
      `그 컴퓨터에서 종료하세요. 이미 없어진 컨테이너나 컴퓨터가 확실할 때만 ${p.lockFile} 파일을 지우세요.`,
  },
  'EMBEDDED-LOCK-UNREADABLE': {
    message: (p) => `"${p.folder}"의 데이터베이스를 누가 열고 있는지 알 수 없습니다`,
    hint: (p) => `이 폴더를 쓰는 프로세스가 없는지 확인한 뒤 ${p.lockFile} 파일을 지우세요.`,
  },
  'EMBEDDED-NOT-A-DATABASE': {
    message: (p) => `"${p.folder}" 폴더는 비어 있지 않은데 데이터베이스가 없습니다`,
    hint: () => '비어 있거나 새로운 폴더를 지정하세요. 이 폴더는 건드리지 않았습니다.',
  },
  'EMBEDDED-VERSION': {
    message: (p) =>
      `"${p.folder}"의 데이터베이스는 PostgreSQL ${p.found}로 만들어졌습니다. ${p.wanted} 버전이 필요합니다`,
    hint: () => '만든 버전으로 열어 덤프하거나 새 폴더를 지정하세요. 이 폴더는 건드리지 않았습니다.',
  },
  'EMBEDDED-FOLDER': {
    message: (p) => `"${p.folder}" 폴더를 쓸 수 없습니다: ${p.reason}`,
    hint: () =>
      '이 사용자에게 쓰기 권한이 있는지, 디스크에 공간이 있는지 확인하거나 --database <폴더>로 다른 폴더를 지정하세요.',
  },
  'EMBEDDED-FAILED': {
    message: (p) => `${p.place}의 내장 데이터베이스가 멈췄습니다: ${p.reason}`,
    hint: () =>
      '디스크가 가득 찼다면 공간을 비우고 명령을 다시 실행하세요. 또 멈춘다면 폴더가 손상되었을 수 있습니다. 폴더 이름을 바꾸고 새 폴더나 백업으로 시작하세요.',
  },
}
