import type { Messages } from '../catalogue.ts'
import { size } from './amounts.ts'

type Codes =
  | 'UNDO-NOTHING'
  | 'REDO-NOTHING'
  | 'UNDO-UNKNOWN'
  | 'UNDO-UNDONE'
  | 'UNDO-NO-PICTURE'
  | 'PURGE-UNKNOWN'
  | 'PURGE-WHAT'
  | 'PURGE-NEEDS-YES'

export const undoErrors: Pick<Messages['errors'], Codes> = {
  'UNDO-NOTHING': {
    message: () => '되돌릴 수 있는 실행이 없습니다',
    hint: () => '이 데이터베이스의 실행은 `trueup history`로 확인하세요. 아무것도 바뀌지 않았습니다.',
  },
  'REDO-NOTHING': {
    message: () =>
      '다시 실행할 수 있는 되돌리기가 없습니다. 되돌린 적이 없거나 그 뒤에 다른 실행이 있었습니다',
    hint: () =>
      '`trueup history`로 확인하세요. `trueup undo <실행>`은 그 실행과 그 뒤의 모든 실행을 되돌립니다.',
  },
  'UNDO-UNKNOWN': {
    message: ({ id }) => `무언가를 바꾼 실행 ${id}이(가) 없습니다`,
    hint: () => '이 데이터베이스의 실행과 번호는 `trueup history`로 확인하세요.',
  },
  'UNDO-UNDONE': {
    message: ({ id }) => `실행 ${id}은(는) 이미 되돌렸습니다`,
    hint: () => '`trueup redo`로 되돌리기를 취소할 수 있습니다.',
  },
  'UNDO-NO-PICTURE': {
    message: ({ id }) => `저널에 실행 ${id} 이전의 데이터베이스 상태가 없습니다`,
    hint: () =>
      '아무것도 바뀌지 않았습니다. 그 실행 이전의 백업을 복원할 수 있습니다. 백업은 `trueup backup list`로 확인하세요.',
  },
  'PURGE-UNKNOWN': {
    message: ({ object }) => `"${object}"(으)로 보관된 것이 없습니다`,
    hint: () => '보관된 객체는 `trueup parked`로 확인하세요. 아무것도 파기하지 않았습니다.',
  },
  'PURGE-WHAT': {
    message: () => '무엇을 파기할지 지정해야 합니다: 객체, --run 또는 --older-than',
    hint: () => '보관된 객체는 `trueup parked`로 확인하세요. 파기한 것은 되살릴 수 없습니다.',
  },
  'PURGE-NEEDS-YES': {
    message: () => '보관된 객체를 파기하려면 확인이 필요합니다',
    hint: () => '터미널에서 실행해 질문에 답하거나 --yes를 붙이세요.',
  },
}

export const undo: Messages['undo'] = {
  nothing: () => '할 일이 없습니다. 데이터베이스는 이미 이전 상태입니다.',
  undone: ({ runs, steps, seconds }) =>
    `실행 ${runs.join(', ')}을(를) 되돌렸습니다. ${steps}단계, ${seconds}초. 다시 읽어 확인했습니다. \`npx trueup redo\`로 다시 실행할 수 있습니다.`,
  redone: ({ runs, steps, seconds }) =>
    `되돌리기(실행 ${runs.join(', ')})를 취소했습니다. ${steps}단계, ${seconds}초. 다시 읽어 확인했습니다.`,
  nothingParked: () => '보관된 객체가 없습니다.',
  parkedHeads: () => ['객체', '실행', '보관 시각(UTC)', '경과', '크기', '지금 이름'],
  age: ({ days, hours }) => (days > 0 ? `${days}일` : hours > 0 ? `${hours}시간` : '1시간 미만'),
  size: ({ bytes, estimated }) => `${estimated ? '약 ' : ''}${size(bytes)}`,
  purgeQuestion: ({ count, database }) =>
    `${database}에 보관된 객체 ${count}개를 파기할까요? 되살릴 수 없습니다.`,
  purged: ({ count }) => `객체 ${count}개를 파기했습니다.`,
  nothingToPurge: () => '조건에 맞는 보관된 객체가 없어 아무것도 파기하지 않았습니다.',
  typeStays: ({ object }) => `${object}은(는) 남깁니다. 보관된 다른 객체가 이 타입을 씁니다`,
  pinReleased: ({ run }) => `실행 ${run}에 고정된 백업은 이제 지울 수 있습니다.`,
}
