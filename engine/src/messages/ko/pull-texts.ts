import type { Messages } from '../catalogue.ts'

export const pullErrors: Pick<
  Messages['errors'],
  | 'PULL-KIND'
  | 'PULL-EXISTS'
  | 'PULL-WRITE'
  | 'PULL-OUT-MISSING'
  | 'PULL-SCHEMA-UNKNOWN'
  | 'PULL-SCHEMA-NEEDED'
> = {
  'PULL-KIND': {
    message: (p) => `"${p.out}"에 무엇을 써야 하는지 알 수 없습니다`,
    hint: () =>
      '이름이 형식을 정합니다. models.ts는 Drizzle 모델, schema.sql은 SQL 파일 하나, 폴더는 테이블마다 파일 하나, catalog.json은 저장된 카탈로그, -는 표준 출력에 SQL입니다.',
  },
  'PULL-EXISTS': {
    message: (p) => `${p.files.map((file) => `"${file}"`).join(', ')}이(가) 이미 있습니다`,
    hint: () => '--out으로 다른 위치를 지정하거나 --force로 덮어쓰세요. 아무것도 쓰지 않았습니다.',
  },
  'PULL-WRITE': {
    message: (p) => `"${p.file}"에 쓰지 못했습니다: ${p.reason}`,
    hint: () => '이 사용자가 폴더에 쓸 수 있는지, 디스크에 공간이 있는지 확인하세요.',
  },
  'PULL-OUT-MISSING': {
    message: () => '모델을 어디에 쓸지 지정하지 않았습니다',
    hint: () =>
      'Drizzle 모델은 --out models.ts, SQL은 --out schema.sql, 그 밖에 폴더, catalog.json, 표준 출력을 뜻하는 -를 쓸 수 있습니다.',
  },
  'PULL-SCHEMA-UNKNOWN': {
    message: (p) => `데이터베이스에 스키마 ${p.names.map((name) => `"${name}"`).join(', ')}이(가) 없습니다`,
    hint: (p) =>
      p.known.length === 0
        ? '사용자가 만든 스키마가 하나도 없습니다.'
        : `있는 스키마: ${p.known.join(', ')}.`,
  },
  'PULL-SCHEMA-NEEDED': {
    message: (p) => `"${p.object}"에 필요한 "${p.needed}"이(가) 지정한 스키마 밖에 있습니다`,
    hint: (p) => `--schemas에 "${p.schema}"을(를) 추가하세요.`,
  },
}

export const pull: Messages['pull'] = {
  wrote: (p) => `${p.file} 파일을 썼습니다(${p.lines}줄)`,
  removed: (p) => `이전 pull이 쓴 ${p.file} 파일을 지웠습니다`,
  empty: () => '데이터베이스가 비어 있어 아무것도 쓰지 않았습니다.',
  objects: (p) => `객체: ${p.counts}`,
  counted: (p) => `${p.kind} ${p.count}개`,
  unmodelled: () => '표현할 방법이 없어 쓰지 않은 것:',
  next: (p) => `다음 단계: \`${p.command}\`를 실행하면 할 일이 없다고 나옵니다.`,
}
