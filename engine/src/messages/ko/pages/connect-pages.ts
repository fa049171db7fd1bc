import type { Pages } from '../../page.ts'

/** Reaching a server: name, network, encryption, log-in. */
export const connectPages: Pages['errors'] = {
  'CONNECT-AUTHENTICATION': {
    why: '서버가 GSSAPI, SSPI처럼 여기서 지원하지 않는 로그인 방식을 요구했거나, SCRAM 메시지 교환이 중간에 끊겼습니다.',
    fix: '이 용도로 비밀번호가 있는 역할을 만들고, pg_hba.conf에 scram-sha-256 방식의 줄을 추가해 달라고 요청하세요.',
  },
  'CONNECT-CHANNEL-BINDING': {
    why: 'channel_binding=require는 로그인을 암호화된 연결에 묶어 중간에서 아무도 넘겨받지 못하게 합니다. 응답한 쪽은 그렇게 할 수 없습니다. SCRAM 비밀번호를 쓰는 PostgreSQL 11 이상이 아니거나, 중간에 무언가가 있습니다.',
    fix: '암호화를 끝내는 풀러가 직접 운영하는 것이라면 channel_binding=prefer로 바꾸세요. 그렇지 않다면 누가 응답하는지부터 확인하세요.',
  },
  'CONNECT-DATABASE-DENIED': {
    why: '역할도 있고 비밀번호도 맞지만 이 데이터베이스에 대한 CONNECT 권한이 없습니다. 이 권한은 누군가 회수하지 않는 한 모두에게 있습니다.',
    fix: '데이터베이스 소유자에게 권한을 요청하거나 다른 역할로 연결하세요.',
  },
  'CONNECT-DATABASE-MISSING': {
    why: '로그인은 되었지만 서버에 이 이름의 데이터베이스가 없습니다. URL에서는 대소문자를 구분합니다. URL에 이름이 없으면 PostgreSQL은 사용자 이름을 씁니다.',
    fix: '`psql -l`로 이름을 확인하고 URL을 고치거나 데이터베이스를 만드세요. 이 도구는 테이블은 만들지만 데이터베이스는 만들지 않습니다.',
  },
  'CONNECT-FAILED': {
    why: '따로 설명이 없는 이유로 연결하지 못했습니다. 메시지 끝에 시스템이 알려 준 내용이 있습니다.',
    fix: '`trueup doctor`를 실행하세요. 이름, 네트워크, 암호화, 로그인을 하나씩 시험하고 어디서 실패하는지 알려 줍니다.',
  },
  'CONNECT-HOST-UNKNOWN': {
    why: '네임 서버가 그런 이름은 없다고 답했습니다. 오타이거나, 없어진 호스트이거나, VPN이나 사내 네트워크에서만 아는 이름입니다.',
    fix: '제공자 콘솔에서 URL을 다시 복사하세요. 사내 이름이라면 먼저 VPN에 연결하세요.',
  },
  'CONNECT-LOST': {
    why: '사용 중이던 연결이 끊어졌습니다. 서버 재시작, 관리자의 세션 종료, 네트워크 단절, 또는 조용한 연결을 끊는 방화벽 때문일 수 있습니다.',
    fix: '같은 명령을 다시 실행하세요. 한 트랜잭션 안의 일은 모두 되었거나 전혀 되지 않았고, 다시 실행하면 먼저 데이터베이스를 살펴봅니다.',
  },
  'CONNECT-NAME-SERVER': {
    why: '이름을 아예 찾아볼 수 없었습니다. 네트워크나 네임 서버가 없거나 제때 응답하지 않았습니다. 호스트 자체에 대해서는 알 수 없습니다.',
    fix: '다른 이름으로 시험해 보세요(`getent hosts example.com`). 그것도 실패하면 네트워크나 DNS 설정이 문제입니다.',
  },
  'CONNECT-NEON-DISABLED': {
    why: 'Neon 브랜치의 컴퓨트는 직접 끄거나 요금제에 따라 꺼질 수 있습니다. 그 상태에서는 접속해도 깨어나지 않습니다.',
    fix: '콘솔에서 엔드포인트를 켜거나 다른 브랜치의 URL을 쓰세요.',
  },
  'CONNECT-NEON-ENDPOINT': {
    why: 'Neon은 주소 하나 뒤에 많은 데이터베이스를 두고 클라이언트가 보내는 호스트 이름으로 구별합니다. IP 주소, 별칭, 앞에 둔 프록시는 그 이름을 가립니다.',
    fix: '콘솔에 나온 `ep-`로 시작하는 호스트를 그대로 쓰세요.',
  },
  'CONNECT-NEON-QUOTA': {
    why: '프로젝트가 요금제의 컴퓨트 시간, 저장 공간 또는 전송량을 다 썼습니다. 한도를 올리거나 기간이 새로 시작될 때까지 Neon이 연결을 거절합니다.',
    fix: '프로젝트의 사용량 화면을 확인하세요. 오래된 브랜치가 저장 공간을 차지하는 경우가 많습니다.',
  },
  'CONNECT-NOT-ALLOWED': {
    why: 'pg_hba.conf에 이 사용자가 이 주소에서 이 데이터베이스로 들어오는 것을 허용하는 줄이 없습니다. 암호화를 요구하는 서버도 암호화되지 않은 연결에 같은 말을 하곤 합니다.',
    fix: 'URL에 sslmode=require가 없으면 추가하세요. 있다면 이 컴퓨터의 주소를 허용해 달라고 요청하세요. 호스팅 데이터베이스에서는 허용 주소 목록에 있습니다.',
  },
  'CONNECT-NOT-POSTGRES': {
    why: '그곳에서 무언가 듣고 있지만 다른 말을 합니다. 웹 서버나 다른 데이터베이스, 또는 엉뚱한 곳으로 가는 SSH 터널입니다.',
    fix: '포트를 확인하세요. PostgreSQL은 따로 정하지 않으면 5432, 풀러는 보통 6432나 6543을 씁니다.',
  },
  'CONNECT-PASSWORD-MISSING': {
    why: 'URL에 사용자는 있지만 비밀번호가 없습니다. 다른 도구가 읽는 ~/.pgpass 같은 파일은 읽지 않으며 URL만 봅니다.',
    fix: '`.env` 파일의 DATABASE_URL에 비밀번호를 적으세요. 이 파일은 git이 무시해야 합니다.',
  },
  'CONNECT-PASSWORD-WRONG': {
    why: '서버가 사용자와 비밀번호를 받아들이지 않았습니다. 사용자가 없든, 비밀번호가 없든, 비밀번호가 틀리든 서버의 답은 같습니다.',
    fix: [
      '비밀번호에 URL에서 다르게 써야 하는 글자가 있는지 보세요. `%`는 `%25`, `@`는 `%40`, `/`는 `%2F`입니다.',
      '제공자 콘솔에서 URL을 다시 복사하세요. 비밀번호는 한 번만 보여 주는 경우가 많아 재설정이 필요할 수 있습니다.',
      '환경 변수의 값이 `.env`의 값과 다르지 않은지 확인하세요. 환경 변수가 우선합니다.',
    ],
  },
  'CONNECT-POOLER-DATABASE': {
    why: '서버 앞에 연결 풀러(PgBouncer)가 있고, 자기 목록에 있는 데이터베이스만 제공합니다.',
    fix: '그 목록에 있는 이름을 쓰거나, 목록에 추가하거나, 서버에 직접 연결하세요.',
  },
  'CONNECT-POOLER-PARAMETER': {
    why: 'URL이 로그인할 때 설정을 보내는데, 세션을 나눠 쓰는 풀러는 한 클라이언트만을 위해 그 설정을 유지할 수 없습니다.',
    fix: 'URL에서 `options=`를 빼거나, PgBouncer의 `ignore_startup_parameters`에 그 파라미터를 적으세요.',
  },
  'CONNECT-READ-ONLY': {
    why: 'URL은 쓸 수 있는 서버를 요구하는데, 이 서버는 복제본이거나 읽기 전용으로 설정되어 있습니다.',
    fix: '프라이머리의 호스트를 쓰세요. 장애 조치 뒤에는 예전 프라이머리가 복제본이 되어 있을 수 있습니다.',
  },
  'CONNECT-REFUSED': {
    why: '컴퓨터는 응답했지만 이 포트에서 듣는 것이 없습니다. PostgreSQL이 실행 중이 아니거나, 다른 포트 또는 자기 루프백 주소에서만 듣고 있습니다.',
    fix: [
      '서버에서 `pg_lsclusters`나 `systemctl status postgresql`, 그리고 `SHOW listen_addresses`를 확인하세요.',
      '컨테이너라면 포트가 공개되어 있나요? 다른 컨테이너에서는 호스트가 localhost가 아니라 서비스 이름입니다.',
    ],
  },
  'CONNECT-ROLE-MISSING': {
    why: '서버에 이 이름의 역할이 없거나 LOGIN 속성이 없습니다. URL에서는 역할 이름의 대소문자를 구분합니다.',
    fix: '`psql -c "\\du"`로 역할을 확인하고 URL의 사용자를 고치세요.',
  },
  'CONNECT-SERVER-STARTING': {
    why: '서버가 시작 중이거나 종료 중이거나, 비정상 종료 뒤 로그를 재생하고 있습니다. 보통 몇 초, 부하가 컸다면 몇 분 걸립니다.',
    fix: '기다렸다가 명령을 다시 실행하세요. 계속되면 서버 로그에 무엇을 하는지 나옵니다.',
  },
  'CONNECT-SERVER-TOO-OLD': {
    why: '더 오래된 버전의 카탈로그에는 이 도구가 읽는 내용이 없고, PostgreSQL 프로젝트도 더 이상 고치지 않습니다.',
    fix: 'pg_upgrade나 덤프와 복원으로 업그레이드하세요.',
  },
  'CONNECT-SOCKET': {
    why: 'URL의 호스트가 폴더여서 그 안의 소켓 파일로 연결하는데, 파일이 없거나 이 사용자가 열 수 없습니다.',
    fix: '서버에서 `SHOW unix_socket_directories`를 확인하거나, 폴더 대신 호스트 이름을 쓰세요.',
  },
  'CONNECT-TIMEOUT': {
    why: '제때 응답이 없었습니다. 말없이 패킷을 버리는 방화벽이 가장 흔하고, 잠들어 있던 호스팅 데이터베이스가 그다음입니다.',
    fix: '제공자의 허용 주소 목록을 확인하세요. 더 기다리려면 URL에 `connect_timeout=60`을 추가하세요.',
  },
  'CONNECT-TLS-CLIENT-CERTIFICATE': {
    why: 'pg_hba.conf가 이 사용자에게 클라이언트 인증서를 요구하는데 URL에 인증서가 없습니다.',
    fix: 'URL에 `sslcert=client.crt&sslkey=client.key`를 추가하세요. 키 파일은 본인만 읽을 수 있어야 합니다.',
  },
  'CONNECT-TLS-EXPIRED': {
    why: '서버 인증서의 유효 기간이 지나 더 이상 아무것도 증명하지 못합니다.',
    fix: '서버에서 갱신하고 PostgreSQL 설정을 다시 읽게 하세요. 이 컴퓨터의 시계가 틀려도 똑같이 보입니다.',
  },
  'CONNECT-TLS-FAILED': {
    why: '양쪽이 함께 쓸 수 있는 TLS 버전이나 암호를 찾지 못했거나, 응답한 쪽이 TLS를 전혀 모릅니다.',
    fix: '서버가 무엇을 제공하는지 확인하세요: `openssl s_client -starttls postgres -connect <호스트>:5432`.',
  },
  'CONNECT-TLS-FILE': {
    why: 'URL에 적힌 인증서나 키 파일이 없거나, 읽을 수 없거나, PEM 형식이 아닙니다.',
    fix: '상대 경로는 명령을 실행한 폴더에서 시작합니다. 절대 경로는 어디서나 통합니다.',
  },
  'CONNECT-TLS-NAME': {
    why: '인증서는 진짜지만 다른 이름으로 발급되었습니다. sslmode=verify-full에서는 URL의 이름이 그중 하나여야 합니다. 그렇지 않으면 진짜 인증서라면 아무것이나 통할 것입니다.',
    fix: '인증서에 있는 이름으로 연결하세요.',
  },
  'CONNECT-TLS-NOT-YET': {
    why: '인증서의 유효 기간이 아직 시작되지 않았습니다. 거의 언제나 이 컴퓨터나 발급한 컴퓨터의 시계가 틀린 것입니다.',
    fix: '두 컴퓨터에서 `date`를 비교하세요.',
  },
  'CONNECT-TLS-REFUSED': {
    why: 'sslmode가 암호화를 요구하는데 서버는 암호화가 없다고 답했습니다. 서버의 `ssl`이 꺼져 있거나 인증서가 설정되지 않았습니다.',
    fix: '서버에서 `ssl`을 켜세요. 그렇지 않으면 비밀번호와 데이터를 중간에서 읽을 수 있습니다.',
  },
  'CONNECT-TLS-REQUIRED': {
    why: 'sslmode=disable로 연결하려 했지만 서버는 암호화되지 않은 연결을 받지 않습니다.',
    fix: 'URL에 sslmode=require, 더 좋게는 sslmode=verify-full을 쓰세요.',
  },
  'CONNECT-TLS-UNTRUSTED': {
    why: 'sslmode=verify-ca와 verify-full은 서버 인증서를 누가 서명했는지 확인하는데, 이 컴퓨터는 서명한 곳을 모릅니다. 스스로 서명했거나 사설 인증 기관입니다.',
    fix: '인증 기관의 인증서를 받아 지정하세요: `sslrootcert=ca.pem`. sslmode=require는 묻지 않고 암호화만 하므로 중간의 컴퓨터가 읽을 수 있습니다.',
  },
  'CONNECT-TOO-MANY': {
    why: '서버의 연결, 또는 이 역할이나 데이터베이스에 허용된 연결이 모두 사용 중입니다.',
    fix: '누가 쓰고 있는지 보세요: `SELECT usename, state, count(*) FROM pg_stat_activity GROUP BY 1, 2`. 몇 시간째 idle인 연결은 대개 너무 큰 풀의 것입니다.',
  },
  'CONNECT-UNREACHABLE': {
    why: '네트워크에 이 호스트로 가는 길이 없습니다. 경로가 없거나, VPN이 꺼져 있거나, IPv6가 없는 네트워크에서 IPv6 주소만 있는 호스트에 연결하고 있습니다.',
    fix: '다른 네트워크에서 시도하세요. IPv6만 제공하는 곳에서는 보통 풀러 호스트에 IPv4가 있습니다.',
  },
}
