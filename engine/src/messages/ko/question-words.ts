import type { Question } from '../../decide/questions.ts'

/** What is to be decided about an object, after its name. */
export const questionWords: Readonly<Record<Question['about'], string>> = {
  loss: '사라집니다',
  changed: '그 뒤에 다른 사람에 의해 바뀌었습니다',
  taken:
    '보관된 채로 남습니다. 같은 이름의 다른 객체가 그 자리에 있습니다. 그 객체를 만든 실행을 먼저 되돌리거나 그대로 두세요',
  secret: '비밀번호가 있었지만 어디에도 저장되지 않으므로 지금 상태로 남습니다',
  baseless: '되돌릴 수 없습니다. 그 바탕이 되는 객체가 지금 상태로 남기 때문입니다',
  unkept: '보관할 수 없어, 담고 있는 데이터와 함께 영영 사라집니다',
}
