import type { Messages } from '../catalogue.ts'
import { amount, rows } from './amounts.ts'

export const hazards: Messages['hazards'] = {
  'blocking-index-build': (p) => `${about(p)}에 인덱스를 만드는 동안 아무도 ${p.what}에 쓸 수 없습니다`,
  'busy-table-lock': (p) =>
    `${p.what}은(는) 사용 중입니다${p.count ? `(초당 스캔 ${amount(p.count)}회)` : ''}. 잠금과 사용자가 서로 기다립니다`,
  'column-moves-to-the-end': (p) =>
    `${p.what}이(가) 이때부터 맨 뒤에 옵니다. 컬럼 목록이 없는 INSERT는 다른 컬럼에 값을 넣게 됩니다`,
  'constraint-on-rows': (p) =>
    `실행 전까지 새로 쓰인 행이 ${p.what}에 어긋날 수 있습니다. 지금 있는 행은 먼저 확인합니다`,
  'data-loss': (p) => `${p.what}이(가) 담긴 내용과 함께 사라집니다`,
  'dropped-index-in-use': (p) =>
    `쿼리가 ${p.what}을(를) 쓰고 있습니다(지금까지 스캔 ${amount(p.count ?? 0)}회). 없으면 테이블 전체를 읽습니다`,
  'enum-value-removal': (p) =>
    `${p.what}의 값 ${amount(p.count ?? 0)}개가 없어집니다. 타입과 그 타입의 모든 컬럼을 새로 만듭니다`,
  'fill-fires-triggers': (p) => `${about(p)}을 UPDATE로 채우므로 그때마다 ${p.what}이(가) 실행됩니다`,
  'foreign-key-without-index': (p) =>
    `${p.what}의 컬럼으로 시작하는 인덱스가 없습니다. 참조되는 행을 지울 때마다 ${about(p)}을 모두 읽습니다`,
  'full-scan-under-lock': (p) => `아무도 쓸 수 없는 동안 ${p.what}의 ${about(p)}을 모두 읽습니다`,
  'narrowing-cast': (p) => `${p.what}의 새 타입은 이전 타입보다 좁습니다. 지금 있는 값은 먼저 확인합니다`,
  'row-security-off': (p) => `${p.what}의 정책이 더는 행을 가리지 않습니다`,
  'security-definer-search-path': (p) =>
    `${p.what}은(는) 소유자 권한으로 실행되는데 search_path를 정하지 않았습니다. 이름이 무엇을 가리킬지 호출하는 쪽이 정하게 됩니다`,
  'sequence-overflow': (p) => `${p.what}의 번호를 ${p.count}% 사용했습니다`,
  'subscribers-lack-column': (p) =>
    `${p.what}은(는) 발행되는 테이블입니다. 새 컬럼이 아직 없는 구독자에서 복제가 멈춥니다`,
  'table-rewrite': (p) => `${p.what}(${about(p)})을 통째로 다시 쓰며, 그동안 아무도 읽을 수 없습니다`,
  'unique-on-duplicates': (p) =>
    `${about(p)} 가운데 같은 행이 둘 있으면(지금이든 그때까지든) ${p.what}은(는) 실패합니다`,
  'validation-in-transaction': (p) =>
    `더 강한 잠금을 쥔 트랜잭션 안에서 ${p.what}을(를) 검증합니다. 다른 세션이 기다리는 동안 ${about(p)}을 읽습니다`,
  'visible-rename': (p) => `실행 중인 애플리케이션은 ${p.what}을(를) 찾다가 이때부터 실패합니다`,
  'volatile-default': (p) => `${p.what}의 기본값은 행마다 다릅니다. ${about(p)}을 모두 다시 씁니다`,
}

function about({ count }: { readonly count: number | undefined }): string {
  return count === undefined ? '행' : count < 1000 ? rows(count) : `${amount(count, false)}행`
}
