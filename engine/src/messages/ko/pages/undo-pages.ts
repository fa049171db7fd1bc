import type { Pages } from '../../page.ts'

export const undoPages: Pages['errors'] = {
  'PURGE-NEEDS-YES': {
    why: '파기한 것은 되살릴 수 없으므로 터미널에서 또는 미리 확인을 받아야 합니다.',
    fix: '먼저 `trueup parked`로 확인하고, 물어볼 사람이 없는 곳에서는 --yes를 붙이세요.',
  },
  'PURGE-UNKNOWN': {
    why: '이 이름으로 보관된 것이 없습니다. 되돌리기로 이미 돌아왔거나 파기되었을 수 있습니다.',
    fix: '`trueup parked`에 보이는 대로 적으세요: public.users.age 또는 지금의 이름.',
  },
  'PURGE-WHAT': {
    why: '객체, 실행, 기간이 모두 없으면 보관된 것 전부를 파기하게 됩니다.',
    fix: '그래도 모두 파기하려면 `trueup purge --older-than 0s`를 실행하세요.',
  },
  'REDO-NOTHING': {
    why: 'redo는 마지막 되돌리기를 취소합니다. 되돌린 적이 없거나, 그 뒤에 다른 실행이 있어 취소할 수 없습니다.',
    fix: '`trueup history`로 실행을 확인하세요. `trueup undo <실행>`으로 원하는 실행 이전으로 돌아갈 수 있습니다.',
  },
  'UNDO-NO-PICTURE': {
    why: '모든 실행은 시작 전의 데이터베이스 상태를 저널에 남깁니다. 이 실행의 기록은 없습니다. 저널이 비워졌거나 쓸 수 없는 역할로 실행했습니다.',
    fix: '실행 이전의 백업을 복원하거나, 모델을 되돌린 뒤 적용하세요.',
  },
  'UNDO-NOTHING': {
    why: '무언가를 바꾸었고 아직 유효한 실행이 저널에 없습니다. 저널은 데이터베이스마다 따로 있습니다.',
    fix: '명령의 첫 줄에서 어느 데이터베이스에 물었는지 확인하세요.',
  },
  'UNDO-UNDONE': {
    why: '이 실행은 혼자, 또는 그 이전의 실행과 함께 이미 되돌렸습니다.',
    fix: '되돌린 실행은 `trueup history`에서 확인하세요. `trueup redo`로 마지막 것을 다시 실행할 수 있습니다.',
  },
  'UNDO-UNKNOWN': {
    why: '저널에 이 번호의 실행이 없거나, 아무것도 바꾸기 전에 실패했습니다.',
    fix: '`trueup history`로 실행과 결과를 확인하세요.',
  },
}
