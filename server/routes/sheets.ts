import type { sheets as endpoints } from '../../shared/contract/sheets.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

export const sheetRoutes = ({
  sheets,
}: Pick<Deps, 'sheets'>): Handlers<keyof typeof endpoints> => ({
  createSheet: async ({ body }) => ({ sheet: await sheets.create(body) }),
  listSheets: ({ query: { cursor, limit } }) =>
    sheets.list({ cursor, limit: limit === undefined ? undefined : Number(limit) }),
  getSheet: ({ params }) => ({ sheet: sheets.get(params.id) }),
  setSheetPieces: async ({ params, body }) => ({
    sheet: await sheets.setPieces(params.id, body.pieces),
  }),
  cancelSheet: ({ params }) => ({ sheet: sheets.cancel(params.id) }),
  deleteSheet: ({ params }) => {
    sheets.remove(params.id)
    return { id: params.id }
  },
})
