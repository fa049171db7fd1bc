import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { extend } from 'trueup/models'
import { users } from './accounts.ts'
import { createdAt, identity, moment, reference } from './columns.ts'
import { generations } from './work.ts'

export const sharedGenerations = pgTable(
  'shared_generations',
  {
    id: identity(),
    generationId: reference('generation_id').notNull(),
    shareToken: text('share_token').notNull(),
    isPublic: boolean('is_public').notNull().default(false),
    publishedAt: moment('published_at'),
    createdAt: createdAt(),
    expiredAt: moment('expired_at'),
  },
  (t) => [
    primaryKey({ name: 'shared_generations_id_pk', columns: [t.id] }),
    foreignKey({
      name: 'shared_generations_generation_id_fk',
      columns: [t.generationId],
      foreignColumns: [generations.id],
    }).onDelete('cascade'),
    unique('shared_generations_generation_id_uq').on(t.generationId),
    unique('shared_generations_share_token_uq').on(t.shareToken),
    check('shared_generations_share_token_ck', sql`char_length(${t.shareToken}) >= 22`),
    check(
      'shared_generations_is_public_published_at_ck',
      sql`${t.isPublic} = (${t.publishedAt} IS NOT NULL)`,
    ),
    check('shared_generations_expired_at_created_at_ck', sql`${t.expiredAt} > ${t.createdAt}`),
    index('shared_generations_published_at_id_ix')
      .on(t.publishedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.isPublic}`),
  ],
)

export const sharedGenerationsExtras = extend(sharedGenerations, {
  label: { en: 'Shared images', ko: '공유 생성' },
  comment: 'Share links and the public gallery; at most one share per image',
  columns: {
    shareToken: { comment: 'Random part of the link' },
    isPublic: { comment: 'In the gallery, and not only behind the link' },
    publishedAt: { comment: 'Order of the gallery' },
  },
})

export const likes = pgTable(
  'likes',
  {
    id: identity(),
    userId: reference('user_id').notNull(),
    generationId: reference('generation_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'likes_id_pk', columns: [t.id] }),
    foreignKey({ name: 'likes_user_id_fk', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'restrict',
    ),
    foreignKey({
      name: 'likes_generation_id_fk',
      columns: [t.generationId],
      foreignColumns: [generations.id],
    }).onDelete('cascade'),
    // By image first: it also counts the likes of an image.
    unique('likes_generation_id_user_id_uq').on(t.generationId, t.userId),
    index('likes_user_id_id_ix').on(t.userId, t.id.desc().nullsFirst()),
  ],
)

export const likesExtras = extend(likes, {
  label: { en: 'Likes', ko: '좋아요' },
  comment: 'Who liked which image',
})

export const bookmarks = pgTable(
  'bookmarks',
  {
    id: identity(),
    userId: reference('user_id').notNull(),
    generationId: reference('generation_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'bookmarks_id_pk', columns: [t.id] }),
    foreignKey({ name: 'bookmarks_user_id_fk', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'restrict',
    ),
    foreignKey({
      name: 'bookmarks_generation_id_fk',
      columns: [t.generationId],
      foreignColumns: [generations.id],
    }).onDelete('cascade'),
    unique('bookmarks_user_id_generation_id_uq').on(t.userId, t.generationId),
    index('bookmarks_user_id_id_ix').on(t.userId, t.id.desc().nullsFirst()),
    index('bookmarks_generation_id_ix').on(t.generationId),
  ],
)

export const bookmarksExtras = extend(bookmarks, {
  label: { en: 'Bookmarks', ko: '북마크' },
  comment: 'Who saved which image',
})
