/** The pages of a list: newest first, 100 a page, with absolute links. */
const PAGE = 100

export type ListPage<T> = {
  readonly next: string | null
  readonly previous: string | null
  readonly results: T[]
}

/** `requested` is the request's own URL on the fake; its `cursor` says how many come before the page. */
export const listPage = <T>(items: readonly T[], requested: URL): ListPage<T> => {
  const start = Math.max(0, Number(requested.searchParams.get('cursor') ?? 0) || 0)
  const link = (cursor: number): string => {
    const url = new URL(requested)
    url.searchParams.set('cursor', String(cursor))
    return url.href
  }
  return {
    next: start + PAGE < items.length ? link(start + PAGE) : null,
    previous: start > 0 ? link(Math.max(0, start - PAGE)) : null,
    results: items.slice(start, start + PAGE),
  }
}
