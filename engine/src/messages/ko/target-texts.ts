import type { Messages } from '../catalogue.ts'

type Codes = 'TARGET-REPLICA' | 'TARGET-ENVIRONMENT' | 'TARGET-REASSIGN' | 'TARGET-UNCONFIRMED'

export const targetErrors: Pick<Messages['errors'], Codes> = {
  'TARGET-REPLICA': {
    message: (p) => `복제 서버라서 변경할 수 없습니다: ${p.where}`,
    hint: () => '주 서버의 URL을 지정하세요. 아무것도 바뀌지 않았습니다.',
  },
  'TARGET-ENVIRONMENT': {
    message: (p) =>
      `이 명령은 ${p.environment} 환경에서 실행되었는데, 이 데이터베이스는 ${p.remembered} 환경의 것입니다`,
    detail: (p) =>
      `URL의 출처: ${p.origin}. 대상: ${p.where}. 저널에는 ${p.since}부터 ${p.remembered} 환경에서 변경해 온 것으로 되어 있습니다.`,
    hint: (p) =>
      `URL이 잘못되었다면 고치세요. ${p.remembered} 환경이 맞다면 --env ${p.remembered}을(를) 추가하세요. 브랜치를 만들었거나 데이터베이스를 승격해서 이제부터 ${p.environment} 환경의 것이라면 --reassign ${p.environment}을(를) 한 번 추가하세요. 아무것도 바뀌지 않았습니다.`,
  },
  'TARGET-REASSIGN': {
    message: (p) => `--reassign의 값은 "${p.given}"인데, 이 명령은 ${p.environment} 환경에서 실행되었습니다`,
    hint: (p) =>
      `--reassign ${p.environment}을(를) 쓰거나, --env ${p.given}을(를) 붙여 다른 환경을 선택하세요.`,
  },
  'TARGET-UNCONFIRMED': {
    message: (p) =>
      p.given === undefined
        ? `${p.environment}에서 무언가를 잃는 계획에는 데이터베이스 이름이 필요합니다`
        : `--confirm-database의 값은 "${p.given}"인데, 이 데이터베이스는 "${p.database}"입니다`,
    detail: (p) => (p.losses.length === 0 ? '' : `사라지는 것: ${p.losses.join(', ')}`),
    hint: (p) =>
      p.given === undefined
        ? `모두 사라져도 된다면 --confirm-database ${p.database}을(를) 추가하세요. --yes만으로는 되지 않습니다. 아무것도 바뀌지 않았습니다.`
        : 'URL이 의도한 것인지 확인하세요. 아무것도 바뀌지 않았습니다.',
  },
}

export const caution: Messages['caution'] = {
  loss: (p) => `사라집니다: ${p.what}`,
  typeName: (p) =>
    `${p.environment}에서 사라지는 것이 있습니다. 계속하려면 데이터베이스 이름 ${p.database}을(를) 입력하세요`,
  otherName: () => '이름이 다릅니다. Esc를 누르면 아무것도 바꾸지 않고 멈춥니다.',
  noBackup: (p) =>
    `주의: ${p.folder}에 데이터베이스 전체의 백업이 없습니다. \`npx trueup backup\`으로 만드세요`,
  oldBackup: (p) =>
    `주의: ${p.folder}에 있는 마지막 전체 백업이 ${p.hours < 72 ? `${p.hours}시간` : `${Math.floor(p.hours / 24)}일`} 전의 것입니다. \`npx trueup backup\`으로 새로 만드세요`,
  backingUp: (p) =>
    `되돌릴 수 있도록 먼저 ${p.tables.length === 1 ? p.tables[0] : `테이블 ${p.tables.length}개`}을(를) 백업합니다(생략하려면 --no-backup):`,
  withoutBackup: () => '요청대로 사라지는 것을 백업하지 않습니다.',
}
