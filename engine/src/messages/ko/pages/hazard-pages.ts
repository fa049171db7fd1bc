import type { Pages } from '../../page.ts'

export const hazardPages: Pages['hazards'] = {
  'blocking-index-build': {
    title: '인덱스를 만드는 동안 그 테이블에 대한 모든 쓰기가 멈춥니다.',
    why: [
      '일반 `CREATE INDEX`는 테이블에 SHARE 잠금을 겁니다. 읽기는 계속되지만 INSERT, UPDATE, DELETE는 기다립니다. 행이 천만 개인 테이블이라면 보통 수십 초에서 수 분이 걸립니다.',
      '배타 제약 조건의 인덱스는 읽기까지 막으며 다른 방법이 없습니다. `ALTER TABLE … ADD CONSTRAINT … EXCLUDE`가 ACCESS EXCLUSIVE 잠금을 건 채 인덱스를 만듭니다.',
    ],
    fix: [
      '사용 중인 테이블에서는 `CONCURRENTLY`로 만드세요. 시간은 더 걸리지만 아무도 막지 않습니다. 트랜잭션 안에서는 실행할 수 없고, 실패하면 유효하지 않은(INVALID) 인덱스가 남으므로 다시 시도하기 전에 삭제해야 합니다.',
      '또는 그 테이블에 쓰는 작업이 없는 시간에 계획을 실행하세요.',
    ],
    example: 'CREATE INDEX CONCURRENTLY users_email_ix ON public.users (email);',
  },
  'busy-table-lock': {
    title: '지금 다른 세션이 쓰고 있는 테이블을 잠급니다.',
    why: [
      '읽기나 쓰기와 충돌하는 잠금은 그 테이블을 쓰는 트랜잭션이 모두 끝날 때까지 기다립니다. 그 뒤에 온 세션은 단순한 `SELECT`라도 잠금 뒤에 줄을 섭니다. 트랜잭션을 열어 둔 채 잊힌 세션 하나가 애플리케이션 전체를 멈출 수 있습니다.',
      '다른 세션이 지금 그 테이블의 잠금을 쥐고 있거나, 평균 초당 10회 이상 스캔된 테이블이면 이 위험을 알립니다(`pg_locks`, `pg_stat_user_tables`).',
    ],
    fix: [
      '단계마다 정해진 잠금 제한 시간(5초)이 피해가 커지기 전에 기다림을 끝내고, 실행은 다시 시도합니다. 그대로 두세요.',
      '오래 열린 트랜잭션을 먼저 찾으세요: `SELECT pid, state, xact_start, query FROM pg_stat_activity ORDER BY xact_start`.',
      '사용이 적은 시간에 실행하세요.',
    ],
    example: `SELECT a.pid, a.state, now() - a.xact_start AS open_for, a.query
FROM pg_stat_activity a
JOIN pg_locks l USING (pid)
WHERE l.relation = 'public.users'::regclass;`,
  },
  'column-moves-to-the-end': {
    title: '컬럼이 다른 모든 컬럼 뒤로 옮겨집니다.',
    why: '사용 중인 테이블의 컬럼은 두 번째 컬럼을 통해 새 타입을 얻습니다. 모두가 일하는 동안 두 번째 컬럼을 채운 뒤 첫 번째 컬럼의 이름을 넘겨줍니다. PostgreSQL은 새 컬럼을 맨 뒤에 둡니다. 컬럼 이름을 적는 문장은 아무것도 달라지지 않습니다. 컬럼 목록이 없는 INSERT와 COPY는 커밋한 때부터 다른 컬럼에 값을 넣고, `SELECT *`는 다른 순서로 값을 돌려줍니다.',
    fix: [
      '모든 INSERT와 COPY에 컬럼 이름을 적으세요. 그러지 않으면 컬럼을 추가하거나 삭제할 때에도 깨집니다.',
      '`SELECT *`를 위치로 읽는 프로그램은 컬럼을 이름으로 읽도록 바꾸세요.',
    ],
    example: `INSERT INTO public.users (id, nick, age) VALUES (1, 'mina', 30);`,
  },
  'constraint-on-rows': {
    title: '이미 있는 행에 제약 조건을 요구합니다.',
    why: '지금 있는 행은 변경 전에 모두 확인하며, 어긋나는 행이 있으면 종료 코드 5로 끝냅니다. 하지만 확인한 뒤 이 단계가 실행되기까지 다른 세션이 어긋나는 행을 쓸 수 있습니다. 그러면 단계가 실패하고 트랜잭션은 롤백됩니다.',
    fix: [
      '데이터베이스보다 애플리케이션이 먼저 규칙을 지키게 하세요.',
      '먼저 `NOT VALID`로 추가하세요. 새 행에는 그때부터 적용되고, 기존 행은 나중에 `VALIDATE CONSTRAINT`가 확인합니다.',
    ],
    example: `ALTER TABLE public.users ADD CONSTRAINT users_age_check CHECK (age >= 0) NOT VALID;
ALTER TABLE public.users VALIDATE CONSTRAINT users_age_check;`,
  },
  'data-loss': {
    title: '테이블, 컬럼, 시퀀스 또는 타입의 속성이 담고 있는 데이터와 함께 사라집니다.',
    why: '모델에는 없는 객체가 데이터베이스에 있습니다. 삭제하면 행이나 값이 완전히 사라지며, 백업으로만 되살릴 수 있습니다.',
    fix: [
      '모델에서 이름을 바꾼 것이라면 그렇게 알려 주세요: `--accept rename:public.users.nick=nickname` 또는 모델의 `renamedFrom`. 이름만 바꾸면 모든 행이 그대로 남습니다.',
      '아직 필요하다면 모델에 적으세요.',
      '없애도 된다면 바로 그 객체를 이름으로 허용하세요: `--accept drop:public.users.age`. 그 전에 백업하세요.',
    ],
  },
  'dropped-index-in-use': {
    title: '쿼리가 쓰고 있는 인덱스가 사라집니다.',
    why: '서버는 인덱스마다 스캔 횟수를 셉니다(`pg_stat_user_indexes.idx_scan`). 이 인덱스는 쓰이고 있습니다. 없애면 같은 쿼리가 테이블 전체를 읽게 되어, 큰 테이블에서는 밀리초가 분이 됩니다.',
    fix: [
      '먼저 그 쿼리를 찾으세요. 인덱스의 앞쪽 컬럼으로 거르거나 정렬하는 쿼리입니다.',
      '인덱스를 모델에 남기거나, 다른 인덱스가 같은 쿼리를 맡는지 확인하세요.',
      '횟수는 마지막 초기화 이후의 합계이며 관리용 쿼리도 포함합니다. 아주 작은 수라면 쓰는 곳이 없을 수도 있습니다.',
    ],
    example: `SELECT indexrelname, idx_scan, last_idx_scan
FROM pg_stat_user_indexes
WHERE relname = 'users';`,
  },
  'enum-value-removal': {
    title: '열거형의 값이 없어집니다.',
    why: 'PostgreSQL은 열거형에 값을 더하거나 값의 이름을 바꿀 수는 있어도 없앨 수는 없습니다. 그래서 타입을 새로 만들고, 그 타입의 모든 컬럼을 아무도 지나갈 수 없는 잠금 아래에서 다시 씁니다. 그 값을 가진 행이 있으면 시작하기 전에 멈춥니다.',
    fix: [
      '이름이 바뀐 것이라면 알려 주세요: `--accept rename:public.mood.sad=unhappy`. 이름 변경은 행을 건드리지 않습니다.',
      '먼저 그 행에 다른 값을 넣으세요.',
      '또는 값을 타입에 남겨 두고 체크 제약 조건으로 막으세요.',
    ],
    example: `UPDATE public.users SET mood = 'unhappy' WHERE mood = 'sad';`,
  },
  'fill-fires-triggers': {
    title: '행을 채우는 동안 테이블의 트리거가 실행됩니다.',
    why: '이미 있는 행은 UPDATE로 값을 얻으며, 테이블의 트리거를 실행되지 않게 하는 것은 슈퍼유저만 할 수 있습니다. `updated_at`을 바꾸거나 로그를 쓰거나 알림을 보내는 트리거는 행마다 그 일을 합니다. 사용 중인 테이블에 컬럼을 더하거나 타입을 바꿀 때는 `BEFORE UPDATE … FOR EACH ROW` 트리거가 행에서 바꾼 것을 바로 되돌립니다. 그 밖에 실행되는 트리거를 여기에 표시합니다.',
    fix: [
      '사용 중인 테이블은 `trueup.filling` 설정이 `on`인 트랜잭션에서 채웁니다. 이 계획보다 먼저 또는 이 계획에서 트리거가 이 설정을 확인하게 하세요.',
      '또는 트리거가 하는 일을 모든 행에 해도 되는지 확인하세요.',
    ],
    example: `CREATE TRIGGER log_change AFTER UPDATE ON public.users FOR EACH ROW
WHEN (current_setting('trueup.filling', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION public.log_change();`,
  },
  'foreign-key-without-index': {
    title: '외래 키 컬럼에 인덱스가 없습니다.',
    why: '외래 키는 참조되는 쪽의 인덱스로 확인합니다. 반대 방향의 인덱스는 PostgreSQL이 만들어 주지 않습니다. 참조되는 행을 지우거나 키를 바꾸면, 한 행마다 참조하는 테이블 전체를 읽습니다.',
    fix: ['키의 컬럼으로 시작하는 인덱스를 추가하세요. 컬럼 순서는 상관없습니다.'],
    example: 'CREATE INDEX likes_user_id_ix ON public.likes (user_id);',
  },
  'full-scan-under-lock': {
    title: '아무도 쓸 수 없는 동안 테이블의 모든 행을 읽습니다.',
    why: '`ADD CONSTRAINT … CHECK`, `ADD FOREIGN KEY`, `SET NOT NULL`, `ATTACH PARTITION`은 모든 행을 확인하며, 마지막 행을 볼 때까지 강한 잠금을 쥡니다. 1GB에 5초쯤 걸립니다.',
    fix: [
      '제약 조건을 `NOT VALID`로 추가하고 별도의 트랜잭션에서 검증하세요. 그 잠금은 읽기와 쓰기를 막지 않습니다.',
      '검증된 `CHECK (컬럼 IS NOT NULL)`이 있으면 `SET NOT NULL`은 행을 읽지 않습니다.',
      '`ATTACH PARTITION` 전에는 파티션 범위와 같은 내용의 체크 제약 조건을 먼저 추가하세요.',
    ],
    example: `ALTER TABLE public.users ADD CONSTRAINT users_email_set CHECK (email IS NOT NULL) NOT VALID;
ALTER TABLE public.users VALIDATE CONSTRAINT users_email_set;
ALTER TABLE public.users ALTER COLUMN email SET NOT NULL;
ALTER TABLE public.users DROP CONSTRAINT users_email_set;`,
  },
  'narrowing-cast': {
    title: '컬럼이 이전보다 좁은 타입이 됩니다.',
    why: '지금 있는 값은 변경 전에 모두 확인합니다. 들어가지 않거나 잘리거나 반올림될 값이 있으면 종료 코드 5로 끝냅니다. 그때까지 애플리케이션이 무엇을 쓸지는 알 수 없고, 실행 중인 애플리케이션은 이전의 넓은 값을 계속 쓸 수 있습니다.',
    fix: [
      '값이 무엇이 되어야 하는지 알려 주세요: `--accept using:public.users.age=least(age, 150)`.',
      '또는 타입은 그대로 두고 체크 제약 조건으로 값을 제한하세요. 더 싼 변경이기도 합니다.',
    ],
    example: `ALTER TABLE public.users ADD CONSTRAINT users_nick_length CHECK (char_length(nick) <= 20);`,
  },
  'row-security-off': {
    title: '테이블의 행 수준 보안(RLS)이 꺼집니다.',
    why: '정책은 남아 있지만 더는 아무도 묻지 않습니다. 테이블을 읽을 수 있는 모든 롤이 곧바로 모든 행을 읽게 됩니다. 다른 고객의 데이터가 보일 수 있습니다.',
    fix: [
      '모델이 정말 그런 뜻인지 확인하세요. 테이블에서 `.enableRLS()`가 빠졌을 수 있습니다.',
      '더는 공유하지 않는 테이블이라면 정책도 함께 지워, 아무도 정책을 믿지 않게 하세요.',
    ],
    example: 'ALTER TABLE public.documents ENABLE ROW LEVEL SECURITY;',
  },
  'security-definer-search-path': {
    title: '함수가 소유자 권한으로 실행되면서 이름은 호출하는 쪽이 정한 곳에서 찾습니다.',
    why: '`search_path`를 정하지 않은 `SECURITY DEFINER` 함수는 호출하는 쪽의 것을 씁니다. 어떤 스키마에든 객체를 만들 수 있는 사람이라면 같은 이름의 함수나 테이블을 넣어 둘 수 있고, 함수는 소유자 권한으로 그것을 씁니다.',
    fix: [
      '함수에 search_path를 정하고 `pg_temp`를 맨 뒤에 두세요.',
      '또는 본문의 모든 이름에 스키마를 붙이세요.',
    ],
    example: `ALTER FUNCTION public.grant_badge(bigint) SET search_path = public, pg_temp;`,
  },
  'sequence-overflow': {
    title: '키가 번호의 절반 이상을 썼습니다.',
    why: '`integer`는 2,147,483,647에서 끝납니다. 시퀀스가 거기에 닿으면 모든 INSERT가 실패하며, 대개 가장 바쁜 테이블에서 예고 없이 일어납니다. 그때 `bigint`로 바꾸면 애플리케이션이 멈춘 채 테이블 전체를 다시 씁니다.',
    fix: [
      '시간이 있을 때, 참조하는 컬럼과 함께 `bigint`로 바꾸세요.',
      '새 컬럼을 나누어 채우고 트리거로 맞춰 두었다가 마지막에 바꾸면 아무도 멈추지 않습니다.',
    ],
    example: `SELECT last_value FROM public.users_id_seq;`,
  },
  'subscribers-lack-column': {
    title: '발행되는 테이블에 컬럼이 생깁니다.',
    why: '논리 복제는 테이블의 모든 컬럼을 보내지만 테이블의 변경은 보내지 않습니다. 구독자의 테이블에 컬럼이 없으면 첫 행에서 오류로 멈추고, 컬럼이 생겨야 다시 이어집니다. 사용 중인 테이블에서 컬럼의 타입을 바꿀 때도 마찬가지입니다. 바꿔치기 전까지 두 번째 컬럼이 계획에 표시된 이름으로 나란히 있고, 모든 행을 한 번 더 보냅니다.',
    fix: [
      '먼저 모든 구독자에 계획에 표시된 이름과 타입으로 컬럼을 추가하세요. 실행이 끝나고 구독자가 모두 따라잡으면 거기서는 지워도 됩니다.',
      '또는 컬럼 목록을 정해 테이블을 발행하세요(PostgreSQL 15부터).',
    ],
    example: `-- 실행 전에 구독자에서
ALTER TABLE public.users ADD COLUMN nickname text;`,
  },
  'table-rewrite': {
    title: '아무도 읽을 수 없는 동안 테이블을 통째로 다시 씁니다.',
    why: '대부분의 타입 변경, 행마다 다른 값을 갖는 새 컬럼, `SET UNLOGGED` 등은 PostgreSQL이 ACCESS EXCLUSIVE 잠금 아래에서 테이블과 모든 인덱스를 새로 쓰게 합니다. 테이블을 복사하는 만큼의 시간과 공간이 더 듭니다.',
    fix: [
      '넓히기만 하는 변경은 거저입니다: `varchar(50)`을 `varchar(80)`이나 `text`로, `numeric(8,2)`를 `numeric(10,2)`로.',
      '그 밖에는 새 컬럼을 추가해 나누어 채우고, 이전 컬럼은 나중에 지우세요.',
      'STORED 생성 컬럼에는 다른 방법이 없습니다. PostgreSQL은 일반 컬럼을 생성 컬럼으로 바꾸지 못합니다. PostgreSQL 18이라면 VIRTUAL로 선언하면 비용이 없고, 그 이전 버전이라면 트리거로 유지하는 일반 컬럼을 나누어 채울 수 있습니다.',
      '또는 예상 시간의 두 배를 점검 시간으로 잡고 실행하세요.',
    ],
    example: `ALTER TABLE public.users ADD COLUMN age_new bigint;
UPDATE public.users SET age_new = age WHERE id BETWEEN 1 AND 10000;`,
  },
  'unique-on-duplicates': {
    title: '이미 있는 행이 이제부터 고유해야 합니다.',
    why: '같은 행이 둘 있으면 인덱스 생성은 모든 작업을 마친 끝에 실패합니다. 컬럼만으로 된 인덱스라면 지금 있는 행을 변경 전에 세어 보지만, 식이나 조건이 있는 인덱스는 그러지 못합니다.',
    fix: [
      '먼저 중복을 찾아 어느 행을 남길지 정하세요.',
      '인덱스를 만들기 전에 애플리케이션이 중복을 쓰지 않게 하세요.',
    ],
    example: `SELECT lower(email), count(*)
FROM public.users
GROUP BY lower(email)
HAVING count(*) > 1;`,
  },
  'validation-in-transaction': {
    title: '제약 조건을 추가한 트랜잭션 안에서 바로 검증합니다.',
    why: '`NOT VALID`와 `VALIDATE CONSTRAINT`가 두 문장인 까닭은, 둘째 문장이 행을 읽는 동안 첫째 문장의 강한 잠금을 쥐지 않기 위해서입니다. 잠금은 커밋할 때까지 남으므로 한 트랜잭션에서는 얻는 것이 없습니다.',
    fix: ['둘 사이에 커밋하고, 검증은 별도의 트랜잭션에서 하세요.'],
    example: `BEGIN;
ALTER TABLE public.likes ADD CONSTRAINT likes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users NOT VALID;
COMMIT;
ALTER TABLE public.likes VALIDATE CONSTRAINT likes_user_id_fkey;`,
  },
  'visible-rename': {
    title: '애플리케이션이 쓰는 이름이 바뀝니다.',
    why: '이름 변경 자체는 순간이며 모든 행이 남습니다. 하지만 실행 중인 애플리케이션은 이전 이름을 찾으므로, 커밋한 때부터 모두 교체될 때까지 실패합니다.',
    fix: [
      '변경하는 동안 애플리케이션을 멈추거나, 같은 순간에 새 버전을 배포하세요.',
      '또는 단계를 나누세요. 아무도 찾지 않을 때까지 이전 이름의 뷰를 남겨 둡니다.',
    ],
    example: `ALTER TABLE public.users RENAME TO members;
CREATE VIEW public.users AS SELECT * FROM public.members;`,
  },
  'volatile-default': {
    title: '새 컬럼의 기본값이 행마다 다릅니다.',
    why: '상수 기본값은 카탈로그에 한 번만 기록되므로 비용이 없습니다. `gen_random_uuid()`, `clock_timestamp()`, `nextval(…)` 같은 기본값은 이미 있는 모든 행마다 계산해야 하므로, 아무도 읽을 수 없는 동안 테이블 전체를 다시 씁니다.',
    fix: [
      '기본값 없이 컬럼을 추가하고, 새 행을 위한 기본값을 정한 뒤, 기존 행은 나누어 채우세요.',
      '`now()`는 한 문장 안의 모든 행에 같은 값이므로 비용이 없습니다.',
    ],
    example: `ALTER TABLE public.users ADD COLUMN token uuid;
ALTER TABLE public.users ALTER COLUMN token SET DEFAULT gen_random_uuid();
UPDATE public.users SET token = gen_random_uuid() WHERE token IS NULL AND id BETWEEN 1 AND 10000;`,
  },
}
