import type { tlsErrors as english } from '../en/tls-errors.ts'

const bindingReasons = {
  plain: '연결이 암호화되지 않았습니다',
  'not-offered': '서버가 SCRAM-SHA-256-PLUS를 제공하지 않습니다',
  'not-used': '서버가 채널 바인딩 없이 로그인을 허용했습니다',
}

export const tlsErrors: typeof english = {
  'CONNECT-TLS-REFUSED': {
    message: (p) => `서버 "${p.host}"는 암호화를 지원하지 않는데 sslmode=${p.mode}는 암호화를 요구합니다`,
    hint: () =>
      '서버에서 TLS를 켜 달라고 요청하세요. 신뢰할 수 있는 네트워크라면 sslmode=disable로 암호화 없이 연결할 수 있습니다.',
  },
  'CONNECT-TLS-REQUIRED': {
    message: (p) => `서버 "${p.host}"는 암호화된 연결만 받습니다`,
    hint: (p) => `연결 URL의 sslmode=${p.mode} 대신 sslmode=require를 적으세요.`,
  },
  'CONNECT-TLS-UNTRUSTED': {
    message: (p) => `"${p.host}"의 인증서를 신뢰할 수 없습니다: ${untrusted[p.reason] ?? p.reason}`,
    hint: () =>
      '인증서를 서명한 기관의 인증서를 sslrootcert=<파일>로 지정하세요 (호스팅 서비스는 다운로드를 제공합니다). 회사 자체 기관은 NODE_EXTRA_CA_CERTS로 추가할 수 있습니다. sslmode=require는 이 검사 없이 암호화만 합니다.',
  },
  'CONNECT-TLS-NAME': {
    message: (p) => `인증서가 "${p.host}"가 아니라 ${p.names}의 것입니다`,
    hint: () =>
      '인증서에 적힌 이름으로 연결하거나, 이 이름으로 인증서를 다시 발급받으세요. sslmode=verify-ca는 이름을 비교하지 않습니다.',
  },
  'CONNECT-TLS-EXPIRED': {
    message: (p) => `"${p.host}"의 인증서가 ${p.until}에 만료되었습니다`,
    hint: () => '서버의 인증서를 갱신해 달라고 요청하세요. 이 컴퓨터의 시계도 확인하세요.',
  },
  'CONNECT-TLS-NOT-YET': {
    message: (p) => `"${p.host}"의 인증서는 ${p.from}부터 유효합니다`,
    hint: () => '이 컴퓨터와 서버의 시계를 확인하세요.',
  },
  'CONNECT-TLS-FILE': {
    message: (p) => `"${p.file}"을 ${p.parameter}로 쓸 수 없습니다: ${p.reason}`,
    hint: () => '연결 URL의 경로(상대 경로는 현재 폴더 기준)가 맞는지, PEM 형식 파일인지 확인하세요.',
  },
  'CONNECT-TLS-CLIENT-CERTIFICATE': {
    message: (p) => `서버 "${p.host}"가 클라이언트 인증서를 요구합니다`,
    hint: () => '연결 URL에 지정하세요: sslcert=<파일>&sslkey=<파일>',
  },
  'CONNECT-TLS-FAILED': {
    message: (p) => `"${p.host}"와 암호화를 협상하지 못했습니다: ${p.reason}`,
    hint: () => '서버가 TLS 1.2 이상을 지원하는지, 중간의 프록시가 대신 응답하고 있지 않은지 확인하세요.',
  },
  'CONNECT-CHANNEL-BINDING': {
    message: (p) =>
      `"${p.host}"에서 channel_binding=require를 만족할 수 없습니다: ${bindingReasons[p.reason]}`,
    hint: () =>
      '중간에서 누군가 통신을 엿보고 있을 수 있습니다. 직접 운영하는 프록시나 풀러라면 channel_binding=prefer로 바꾸세요.',
  },
}

const untrusted: Readonly<Record<string, string>> = {
  'self-signed': '자체 서명된 인증서입니다',
  'signed by an authority of its own': '자체 인증 기관이 서명했습니다',
  'unknown authority': '알 수 없는 기관이 서명했습니다',
  'wrong signature': '서명이 올바르지 않습니다',
  revoked: '폐기된 인증서입니다',
  'its signer may not sign': '서명한 쪽에 서명 자격이 없습니다',
  'not made for servers': '서버용 인증서가 아닙니다',
}
