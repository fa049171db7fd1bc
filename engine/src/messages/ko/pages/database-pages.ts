import type { Pages } from '../../page.ts'

/** Statements that the server refused, and the embedded database. */
export const databasePages: Pages['errors'] = {
  'DATABASE-DEADLOCK': {
    why: '두 세션이 서로가 기다리는 것을 쥐고 있어 서버가 한쪽을 끝냈습니다. 대개 그 순간 애플리케이션이 다른 순서로 잠금을 잡은 경우입니다.',
    fix: '명령을 다시 실행하세요. 이 트랜잭션의 일은 아무것도 남지 않았습니다.',
  },
  'DATABASE-DISK-FULL': {
    why: '서버가 파일을 쓰지 못했습니다. 테이블을 다시 쓰거나 인덱스를 만드는 변경에는 테이블 크기만큼의 여유 공간이 필요합니다.',
    fix: '가장 큰 테이블을 확인하세요: `SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class ORDER BY pg_total_relation_size(oid) DESC LIMIT 10`. 오래된 복제 슬롯도 로그 파일을 붙잡고 있습니다.',
  },
  'DATABASE-LOCK-TIMEOUT': {
    why: '이 문장에 필요한 잠금을 다른 세션이 쥐고 있습니다. 강한 잠금을 기다리면 그 뒤의 모두가 함께 기다리게 되므로, 기다리지 않고 포기했습니다.',
    fix: '오래된 트랜잭션을 찾으세요: `SELECT pid, xact_start, query FROM pg_stat_activity ORDER BY xact_start LIMIT 5`.',
  },
  'DATABASE-MEMORY': {
    why: '"out of shared memory"는 한 트랜잭션이 서버의 한도보다 많은 잠금을 쥐었다는 뜻입니다. 테이블, 인덱스, 파티션 하나하나가 모두 포함됩니다. "out of memory"는 컴퓨터 자체의 메모리입니다.',
    fix: 'max_locks_per_transaction을 올리고(예: 256) 서버를 다시 시작하세요.',
  },
  'DATABASE-OBJECT-MISSING': {
    why: '문장에 나온 함수, 타입, 연산자 또는 확장이 이 데이터베이스나 search_path의 스키마에 없습니다.',
    fix: '확장을 모델에 추가하거나(.sql 파일의 `CREATE EXTENSION …`) 이름 앞에 스키마를 쓰세요.',
  },
  'DATABASE-PERMISSION': {
    why: '연결한 역할에는 이 권한이 없습니다. 테이블은 소유자만 바꿀 수 있고, 만들려면 스키마에 CREATE 권한이 있어야 합니다. PostgreSQL 15부터는 이 권한이 데이터베이스 소유자에게만 있습니다.',
    fix: '`trueup doctor`가 부족한 권한과 각각의 GRANT 문을 알려 줍니다.',
  },
  'DATABASE-READ-ONLY': {
    why: '이 세션은 읽기만 할 수 있습니다. 서버가 복제본이거나 default_transaction_read_only가 켜져 있습니다. 호스팅 데이터베이스는 디스크가 거의 찼을 때 이것을 켭니다.',
    fix: '`SELECT pg_is_in_recovery()`로 복제본인지 알 수 있습니다.',
  },
  'DATABASE-REFUSED': {
    why: '따로 설명이 없는 이유로 PostgreSQL이 문장을 거절했습니다. 메시지는 PostgreSQL의 것이고, SQLSTATE가 오류의 종류를 나타냅니다.',
    fix: '다섯 글자 코드를 PostgreSQL 설명서 부록 A에서 찾으세요.',
  },
  'DATABASE-RELATION-MISSING': {
    why: '문장에 나온 테이블, 뷰 또는 시퀀스가 없습니다. 그 사이에 삭제되었거나, 이름이 다르거나, search_path 밖의 스키마에 있습니다.',
    fix: '`trueup verify`로 빠진 테이블을 확인하세요. `trueup create`가 올바른 순서로 만듭니다.',
  },
  'DATABASE-STATEMENT-TIMEOUT': {
    why: '역할, 데이터베이스 또는 서버에 설정된 제한 시간이 문장을 끝냈거나, 누군가 취소했습니다.',
    fix: "제한이 어디서 왔는지 보세요: `SELECT name, setting, source FROM pg_settings WHERE name = 'statement_timeout'`.",
  },
  'EMBEDDED-FAILED': {
    why: '내장 PostgreSQL은 이 프로세스 안에서 실행되며 스스로 멈췄습니다. 디스크가 찼거나, 메모리가 부족하거나, 폴더의 파일이 손상되었습니다.',
    fix: '공간을 확보한 뒤에도 실패하면 새 폴더로 시작하세요. 예전 폴더에는 그때까지 완료된 내용만 있습니다.',
  },
  'EMBEDDED-FOLDER': {
    why: '내장 데이터베이스의 폴더를 만들거나 읽거나 쓸 수 없습니다.',
    fix: '폴더의 소유자를 확인하세요. root나 컨테이너에서 실행했을 때 다른 사용자로 만들어졌을 수 있습니다.',
  },
  'EMBEDDED-IN-USE': {
    why: '내장 데이터베이스는 한 번에 한 프로세스만 쓸 수 있습니다. PGlite에는 자체 잠금이 없어 두 프로세스가 함께 쓰면 소리 없이 데이터를 잃습니다. 그래서 폴더 옆의 잠금 파일이 두 번째 프로세스를 막습니다.',
    fix: '대개 다른 터미널에서 실행 중인 개발 서버가 쓰고 있습니다.',
  },
  'EMBEDDED-LOCKED-ELSEWHERE': {
    why: '잠금 파일을 다른 컴퓨터가 썼습니다(공유 디스크나 컨테이너). 그 프로세스가 살아 있는지 여기서는 알 수 없습니다.',
    fix: '그 컴퓨터나 컨테이너가 없어졌다는 것을 알 때만 파일을 지우세요.',
  },
  'EMBEDDED-LOCK-UNREADABLE': {
    why: '잠금 파일이 있지만 누가 썼는지 알 수 없습니다. 그 순간 디스크가 가득 찼다면 이런 파일이 남습니다.',
    fix: '이 폴더를 쓰는 프로세스가 없다면 잠금 파일을 지우세요.',
  },
  'EMBEDDED-NOT-A-DATABASE': {
    why: '폴더에 데이터베이스의 것이 아닌 파일이 있습니다. 그런 폴더에는 아무것도 쓰지 않습니다.',
    fix: '비어 있거나 아직 없는 폴더를 지정하세요.',
  },
  'EMBEDDED-VERSION': {
    why: 'PostgreSQL의 한 주 버전이 만든 파일은 다른 주 버전이 읽을 수 없는데, 이 도구를 업데이트하면서 버전이 바뀌었습니다.',
    fix: '만들었던 버전으로(그 프로젝트의 `npm ls @electric-sql/pglite`) 덤프를 뜨고 새 폴더에 넣으세요. 버려도 되는 데이터라면 새로 만들면 됩니다.',
  },
}
