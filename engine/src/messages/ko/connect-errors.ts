import type { connectErrors as english } from '../en/connect-errors.ts'

const phases = {
  lookup: '호스트 이름을 찾는 중',
  tcp: 'TCP 연결을 여는 중',
  tls: '암호화를 협상하는 중',
  login: '로그인하는 중',
  query: '문장을 실행하는 중',
  idle: '대기 중',
}
const serverSaid = (p: { serverMessage: string }) => `서버 응답: "${p.serverMessage}"`

export const connectErrors: typeof english = {
  'CONNECT-HOST-UNKNOWN': {
    message: (p) => `호스트 "${p.host}"를 찾을 수 없습니다`,
    hint: () =>
      '연결 URL의 호스트 이름에 오타가 없는지 확인하거나, 제공 업체 콘솔에서 URL을 다시 복사하세요.',
  },
  'CONNECT-NAME-SERVER': {
    message: (p) => `호스트 "${p.host}"를 조회하지 못했습니다: 네임 서버가 응답하지 않습니다`,
    hint: () => '이 컴퓨터의 네트워크 연결, VPN, DNS 설정을 확인한 뒤 다시 시도하세요.',
  },
  'CONNECT-REFUSED': {
    message: (p) => `호스트 "${p.host}"가 포트 ${p.port} 연결을 거부했습니다`,
    hint: (p) =>
      `"${p.host}"에서 PostgreSQL이 실행 중인지, 포트 ${p.port}에서 접속을 받는지, 중간에 방화벽이 없는지 확인하세요.`,
  },
  'CONNECT-UNREACHABLE': {
    message: (p) => `호스트 "${p.host}" 포트 ${p.port}에 도달할 수 없습니다: ${p.reason}`,
    hint: () =>
      '네트워크 연결, VPN, 방화벽을 확인하세요. IPv6 주소만 있는 호스트는 IPv6를 지원하는 네트워크가 필요합니다.',
  },
  'CONNECT-TIMEOUT': {
    message: (p) =>
      `호스트 "${p.host}" 포트 ${p.port}에서 ${p.seconds}초 안에 응답이 없습니다 (${phases[p.phase]})`,
    hint: (p) =>
      p.phase === 'tcp'
        ? '방화벽이 패킷을 버리는 경우가 가장 많습니다. 방화벽과 포트, 그리고 제공 업체의 허용 IP 목록을 확인하세요.'
        : '다시 시도하세요. 잠들어 있었거나 부하가 큰 서버는 더 오래 걸릴 수 있습니다. 더 기다리려면 URL에 connect_timeout=<초>를 추가하세요.',
  },
  'CONNECT-SOCKET': {
    message: (p) => `소켓 "${p.path}"를 열지 못했습니다: ${p.reason}`,
    hint: () =>
      '이 컴퓨터에서 PostgreSQL이 실행 중인지, host=가 소켓이 있는 폴더를 가리키는지, 이 사용자에게 권한이 있는지 확인하세요.',
  },
  'CONNECT-NOT-POSTGRES': {
    message: (p) => `호스트 "${p.host}" 포트 ${p.port}에서 응답하는 것은 PostgreSQL이 아닙니다`,
    hint: () => '연결 URL의 호스트와 포트를 확인하세요.',
  },
  'CONNECT-LOST': {
    message: (p) => `"${p.host}"와의 연결이 끊어졌습니다 (${phases[p.phase]})`,
    detail: (p) => (p.serverMessage ? serverSaid({ serverMessage: p.serverMessage }) : undefined),
    hint: (p) =>
      p.phase === 'query'
        ? '마지막 문장이 적용되었는지 알 수 없습니다. 명령을 다시 실행하세요. 먼저 상태를 확인하고 빠진 것만 채웁니다.'
        : '네트워크와 서버를 확인한 뒤 명령을 다시 실행하세요.',
  },
  'CONNECT-PASSWORD-MISSING': {
    message: () => '서버가 비밀번호를 요구하지만 연결 URL에 비밀번호가 없습니다',
    hint: (p) =>
      `URL에 "${p.user}"의 비밀번호를 적으세요: postgresql://${p.user}:<비밀번호>@${p.host}/… (PGPASSWORD와 ~/.pgpass는 읽지 않습니다.)`,
  },
  'CONNECT-PASSWORD-WRONG': {
    message: (p) => `"${p.host}"가 사용자 "${p.user}"의 비밀번호를 받아들이지 않았습니다`,
    hint: () =>
      '연결 URL의 사용자와 비밀번호를 확인하거나, 제공 업체 콘솔에서 URL을 다시 복사하세요. 비밀번호의 % @ / ? # : 문자는 URL에서 %25 %40 %2F %3F %23 %3A로 적습니다. 사용자가 없을 때도 서버는 같은 응답을 합니다.',
  },
  'CONNECT-AUTHENTICATION': {
    message: (p) => `"${p.host}"에 로그인하지 못했습니다: ${p.reason}`,
    hint: () =>
      '비밀번호(SCRAM-SHA-256, MD5, 평문)와 클라이언트 인증서만 지원합니다. 관리자에게 이 방식의 로그인을 요청하세요.',
  },
  'CONNECT-NOT-ALLOWED': {
    message: (p) =>
      `서버 "${p.host}"가 이 컴퓨터에서 사용자 "${p.user}"의 데이터베이스 "${p.database}" 접속을 허용하지 않습니다`,
    detail: serverSaid,
    hint: () =>
      '서버는 pg_hba.conf로, 호스팅 서비스는 허용 IP 목록으로 접속을 제한합니다. 이 컴퓨터와 사용자, 데이터베이스를 추가해 달라고 요청하세요.',
  },
  'CONNECT-ROLE-MISSING': {
    message: (p) => `사용자 "${p.user}"가 "${p.host}"에 없거나 로그인할 수 없습니다`,
    detail: serverSaid,
    hint: () => '연결 URL의 사용자를 확인하거나 롤을 만들어 달라고 요청하세요: CREATE ROLE … LOGIN.',
  },
  'CONNECT-DATABASE-MISSING': {
    message: (p) => `"${p.host}"에 데이터베이스 "${p.database}"가 없습니다`,
    hint: (p) =>
      `연결 URL의 마지막 / 뒤에 있는 이름을 확인하거나 데이터베이스를 만드세요: createdb ${JSON.stringify(p.database)}`,
  },
  'CONNECT-DATABASE-DENIED': {
    message: (p) => `사용자 "${p.user}"에게 데이터베이스 "${p.database}"에 접속할 권한이 없습니다`,
    detail: serverSaid,
    hint: (p) =>
      `소유자에게 다음 실행을 요청하세요: GRANT CONNECT ON DATABASE "${p.database}" TO "${p.user}";`,
  },
  'CONNECT-TOO-MANY': {
    message: (p) => `서버 "${p.host}"에 남은 연결이 없습니다`,
    detail: serverSaid,
    hint: () =>
      '쓰지 않는 클라이언트를 닫거나, 풀 크기를 줄이거나, 제공 업체의 풀링 호스트를 쓰거나, max_connections를 늘린 뒤 다시 시도하세요.',
  },
  'CONNECT-SERVER-STARTING': {
    message: (p) => `서버 "${p.host}"가 아직 연결을 받을 준비가 되지 않았습니다`,
    detail: serverSaid,
    hint: () => '서버가 시작, 종료 또는 복구 중입니다. 몇 초 뒤에 다시 시도하세요.',
  },
  'CONNECT-READ-ONLY': {
    message: (p) => `서버 "${p.host}"는 읽기 전용인데 target_session_attrs=read-write가 지정되어 있습니다`,
    hint: () => '복제 서버 대신 주 서버에 연결하세요.',
  },
  'CONNECT-SERVER-TOO-OLD': {
    message: (p) => `서버 "${p.host}"는 PostgreSQL ${p.version}입니다. ${p.oldest} 이상이어야 합니다`,
    hint: (p) =>
      `서버를 PostgreSQL ${p.oldest} 이상으로 업그레이드하세요. 더 오래된 버전은 보안 수정을 받지 못합니다.`,
  },
  'CONNECT-POOLER-DATABASE': {
    message: (p) => `"${p.host}"의 연결 풀러가 데이터베이스 "${p.database}"를 알지 못합니다`,
    detail: serverSaid,
    hint: () => '연결 URL의 데이터베이스를 확인하거나, 풀러의 [databases]에 추가해 달라고 요청하세요.',
  },
  'CONNECT-POOLER-PARAMETER': {
    message: (p) => `"${p.host}"의 연결 풀러가 로그인할 때 보낸 설정을 거부했습니다`,
    detail: serverSaid,
    hint: () => '연결 URL에서 options=를 지우거나, 풀러 대신 직접 호스트에 연결하세요.',
  },
  'CONNECT-NEON-ENDPOINT': {
    message: (p) => `Neon이 "${p.host}"가 어떤 엔드포인트인지 알 수 없습니다`,
    detail: serverSaid,
    hint: () =>
      'Neon 콘솔에서 연결 URL을 다시 복사하세요. 호스트는 엔드포인트 이름(ep-…)으로 시작해야 하며, IP 주소나 별칭은 쓸 수 없습니다.',
  },
  'CONNECT-NEON-DISABLED': {
    message: (p) => `"${p.host}"의 Neon 엔드포인트가 비활성화되어 있습니다`,
    detail: serverSaid,
    hint: () => 'Neon 콘솔에서 이 브랜치의 컴퓨트를 활성화하거나 시작한 뒤 다시 시도하세요.',
  },
  'CONNECT-NEON-QUOTA': {
    message: (p) => `"${p.host}"의 Neon 프로젝트가 사용 한도를 모두 썼습니다`,
    detail: serverSaid,
    hint: () =>
      'Neon 콘솔에서 사용량과 요금제를 확인하세요. 한도를 늘리거나 다음 결제 기간까지 기다려야 합니다.',
  },
  'CONNECT-FAILED': {
    message: (p) => `호스트 "${p.host}" 포트 ${p.port}에 연결하지 못했습니다: ${p.reason}`,
    hint: () => '연결 URL과 서버 상태를 확인한 뒤 다시 시도하세요.',
  },
}
