import type { databaseErrors as english } from '../en/database-errors.ts'
import type { StatementRefusal as Refusal } from '../statement-refusal.ts'

const serverSaid = (p: Refusal) =>
  `서버 응답: "${[p.serverMessage, p.serverDetail].filter(Boolean).join(' ')}"`

export const databaseErrors: typeof english = {
  'DATABASE-PERMISSION': {
    message: (p) => `사용자 "${p.user}"에게 권한이 없습니다: ${p.serverMessage}`,
    hint: (p) =>
      `소유자에게 권한을 요청하세요. 스키마에 테이블을 만들려면: GRANT USAGE, CREATE ON SCHEMA <스키마> TO "${p.user}"; PostgreSQL 15부터 public 스키마의 CREATE 권한은 데이터베이스 소유자에게만 있습니다. 행 수준 보안으로 가려진 행을 다루려면 BYPASSRLS 속성이 있는 역할이 필요합니다.`,
  },
  'DATABASE-READ-ONLY': {
    message: (p) => `데이터베이스 "${p.database}"는 읽기 전용입니다`,
    detail: serverSaid,
    hint: () =>
      '복제 서버라면 주 서버에 연결하세요. 아니면 이 사용자나 데이터베이스에 default_transaction_read_only가 켜져 있는 것입니다(디스크가 가득 차면 제공 업체가 켜기도 합니다).',
  },
  'DATABASE-DISK-FULL': {
    message: () => '데이터베이스의 디스크가 가득 찼습니다',
    detail: serverSaid,
    hint: () =>
      '디스크 공간을 비우거나 늘리세요. 이 트랜잭션의 변경은 남지 않았습니다. 그다음 명령을 다시 실행하세요.',
  },
  'DATABASE-MEMORY': {
    message: () => '서버의 메모리가 부족합니다',
    detail: serverSaid,
    hint: () =>
      '"out of shared memory"라면 max_locks_per_transaction을 늘려 달라고 요청하세요. 그 밖에는 부하를 줄이거나 메모리를 늘린 뒤 다시 실행하세요.',
  },
  'DATABASE-STATEMENT-TIMEOUT': {
    message: () => '문장이 취소되었습니다: statement_timeout을 넘겼거나 다른 사람이 취소했습니다',
    detail: serverSaid,
    hint: (p) =>
      `SHOW statement_timeout으로 제한 시간을 확인하세요. 사용자별로 바꿀 수 있습니다: ALTER ROLE "${p.user}" SET statement_timeout = '5min';`,
  },
  'DATABASE-LOCK-TIMEOUT': {
    message: () => '제한 시간 안에 잠금을 얻지 못했습니다: 다른 세션이 잡고 있습니다',
    detail: serverSaid,
    hint: () =>
      "한가할 때 다시 실행하세요. 작업 중인 세션은 SELECT pid, state, query FROM pg_stat_activity WHERE state <> 'idle'로 볼 수 있습니다.",
  },
  'DATABASE-DEADLOCK': {
    message: () => '두 세션이 서로를 기다리는 교착 상태가 되어 서버가 이 세션을 중단했습니다',
    detail: serverSaid,
    hint: () => '명령을 다시 실행하세요.',
  },
  'DATABASE-RELATION-MISSING': {
    message: (p) => `테이블이 없습니다: ${p.serverMessage}`,
    hint: () =>
      '이 데이터베이스에 없거나 search_path의 스키마에 없습니다. 직접 만들 때는 참조되는 테이블을 먼저 만드세요. create 명령은 순서를 스스로 정합니다.',
  },
  'DATABASE-OBJECT-MISSING': {
    message: (p) => `객체가 없습니다: ${p.serverMessage}`,
    hint: () =>
      '이름에 오타가 없는지, 스키마가 search_path에 있는지, 먼저 만들어야 할 확장이 있는지 확인하세요.',
  },
  'DATABASE-REFUSED': {
    message: (p) => `서버가 문장을 거부했습니다: ${p.serverMessage}`,
    detail: (p) => [p.serverDetail, `SQLSTATE ${p.sqlstate}`].filter(Boolean).join(' '),
    hint: (p) => p.serverHint || `PostgreSQL 매뉴얼 부록 A에서 ${p.sqlstate}를 찾아보세요.`,
  },
}
