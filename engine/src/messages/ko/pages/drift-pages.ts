import type { Pages } from '../../page.ts'

/** What was changed behind the journal's back. */
export const driftPages: Pages['errors'] = {
  'DRIFT-ADOPT': {
    why: '받아들일 때는 손으로 바꾼 것을 파일에 쓴 다음, 그 파일을 포함해 모델을 읽고 비교합니다. 손으로 바꾼 객체를 모델에서도 바꿨거나 다르게 바꿨습니다.',
    fix: [
      '모델이 이 객체들에 원하는 것은 `trueup plan`으로, 손으로 바꾼 것은 `trueup drift`로 확인하세요.',
      '나머지를 먼저 받아들이세요. --objects로 패턴을 지정할 수 있습니다.',
    ],
  },
  'DRIFT-NO-STATE': {
    why: '실행이 끝날 때마다 그때의 데이터베이스 상태를 저널에 남깁니다. 이 데이터베이스에는 저널이 없거나, 끝까지 간 실행이 없거나, 이 역할이 저널을 읽을 수 없습니다.',
    fix: '무언가를 바꾸는 첫 `trueup apply`나 `trueup create` 이후로 드리프트를 알 수 있습니다. 이미 있는 데이터베이스는 `trueup pull`로 가져오세요.',
  },
  'DRIFT-PATTERN': {
    why: '제외 규칙을 잘못 읽으면 안 되므로, 아무것도 가리킬 수 없는 패턴은 오류입니다.',
    fix: [
      'id는 `trueup drift --json`에 나오는 것과 같습니다. 종류, 콜론, 스키마를 포함한 이름 순서입니다.',
      '`*`는 점을 포함한 아무 글자들, `?`는 한 글자입니다. 테이블의 컬럼, 스키마 안의 모든 것처럼 그 객체에 속한 것도 함께 가리킵니다.',
    ],
  },
  'USAGE-DRIFT': {
    why: '손으로 바꾼 것은 받아들이거나 되돌리거나 둘 중 하나입니다.',
    fix: '일부는 받아들이고 나머지는 되돌리려면 --objects를 써서 명령을 두 번 실행하세요.',
  },
}
