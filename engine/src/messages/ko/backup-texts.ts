import type { Messages } from '../catalogue.ts'
import { size } from './amounts.ts'

export const backup: Messages['backup'] = {
  progress: (p) => `테이블 ${p.tables}개 중 ${p.done}개, 행 ${p.rows}개, ${size(p.bytes)}, ${p.seconds}초`,
  indexing: (p) => `키, 인덱스, 트리거: ${p.statements}개 중 ${p.done}개, ${p.seconds}초`,
  made: (p) =>
    `테이블 ${p.tables}개, 행 ${p.rows}개를 ${p.folder}에 백업했습니다 (${size(p.bytes)}, ${p.seconds}초).`,
  encrypted: () => '암호화된 백업입니다. 암호문을 잃어버리면 누구도 복원할 수 없습니다.',
  removed: (p) => `오래된 백업 ${p.folder}을(를) 지웠습니다.`,
  leftOut: {
    secret: (p) => `백업에 없음: ${p.object} (비밀번호가 들어 있음)`,
    'refers-to-other-table': (p) => `백업에 없음: ${p.object} (참조하는 테이블을 고르지 않음)`,
    unmodelled: (p) => `백업에 없음: ${p.object} (trueup이 복사하지 않는 종류의 객체)`,
    parked: (p) => `백업에 없음: ${p.object} (지워서 보관만 해 둔 객체)`,
  },
  verified: (p) =>
    `${p.folder}은(는) 온전합니다: 파일 ${p.files}개, 테이블 ${p.tables}개, 행 ${p.rows}개, ${size(p.bytes)}, ${p.seconds}초 걸림.`,
  bytesOnly: () =>
    '암호화된 백업이라 기록한 바이트가 그대로인지만 확인했습니다. --passphrase-file을 주면 행 수도 확인합니다.',
  none: (p) => `${p.folder}에 백업이 없습니다.`,
  listed: (p) =>
    `${p.created}  ${p.environment}  ${p.database}  테이블 ${p.tables}개, 행 ${p.rows}개, ${size(p.bytes)}`,
  chosenTables: () => '일부 테이블',
  isEncrypted: () => '암호화됨',
  pinned: (p) => `실행 ${p.run}에 고정됨`,
  partial: (p) => `${p.folder}: 끝까지 만들어지지 않음`,
  damaged: (p) => `${p.folder}: 손상됨 (자세한 내용은 \`trueup backup verify\`)`,
  restoring: (p) => `${p.created}에 만든 ${p.from}의 백업을 ${p.to}에 복원합니다.`,
  restoreQuestion: (p) => `${p.environment} 환경에 복원할까요?`,
  restored: (p) =>
    `테이블 ${p.tables}개, 행 ${p.rows}개를 ${p.seconds}초 만에 복원했습니다. 모든 행 수가 백업과 같습니다.`,
  withoutPrivileges: (p) =>
    `역할이 없어서 객체 ${p.objects}개의 소유자나 권한을 줄 수 없었습니다: ${p.names}`,
}
