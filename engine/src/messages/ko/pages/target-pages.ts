import type { Pages } from '../../page.ts'

/** The database that a command is about: is it the one that was meant? */
export const targetPages: Pages['errors'] = {
  'TARGET-ENVIRONMENT': {
    why: [
      '데이터베이스의 저널은 어느 환경에서 변경해 왔는지를 데이터베이스의 식별 정보(서버의 시스템 식별자와 그 안에서의 번호)와 함께 기억합니다. 이 명령은 다른 환경에서 시작되었습니다. 대개 프로덕션 URL이 `.env`에 들어간 경우입니다.',
      '덤프를 다른 곳에 복원한 것은 다른 데이터베이스이므로 혼동하지 않습니다. 호스팅 PostgreSQL의 브랜치처럼 원본과 저장소를 공유하는 것은 식별 정보가 같으므로 한 번 다시 지정해야 합니다.',
    ],
    fix: [
      '상세 줄에 나온 URL이 의도한 것인지 비교하세요.',
      '--reassign을 쓰면 다음 실행부터 저널이 새 환경을 기억합니다.',
    ],
  },
  'TARGET-REASSIGN': {
    why: '데이터베이스를 다른 환경에 다시 지정할 때는 일부러 환경 이름을 적게 합니다. --reassign 뒤의 환경은 명령이 실행되는 환경과 같아야 합니다.',
    fix: '환경은 --env, 프로세스 환경이나 `.env`의 APP_ENV 순서로 정해집니다.',
  },
  'TARGET-REPLICA': {
    why: '서버가 pg_is_in_recovery()에 `true`라고 답했습니다. 다른 서버를 따라가는 서버이며, 모든 변경은 그 서버에서 이루어집니다.',
    fix: '호스팅 PostgreSQL의 복제 서버는 주소가 따로 있고 이름에 "ro"나 "replica"가 들어 있는 경우가 많습니다. 쓰기용 주소를 사용하세요.',
  },
  'TARGET-UNCONFIRMED': {
    why: '프로덕션에서 행이나 컬럼을 잃는 계획에 --yes는 너무 쉽게 입력되거나 스크립트에 남습니다. 어느 데이터베이스인지 누군가 확인하도록 이름을 묻습니다.',
    fix: '터미널에서는 이름을 묻습니다. 스크립트에서는 --confirm-database로 지정하되, URL과 같은 변수에서 가져오지 말고 직접 적어 두세요.',
  },
}
