import type { styles as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'

export const styleRoutes = ({
  styles,
}: Pick<Deps, 'styles'>): Handlers<keyof typeof endpoints> => ({
  listStyles: () => ({ styles: styles.list() }),
  createStyle: ({ body }) => ({ style: styles.create(body) }),
  updateStyle: ({ params, body }) => ({ style: styles.update(params.id, body) }),
  deleteStyle: ({ params }) => {
    styles.remove(params.id)
    return { id: params.id }
  },
})
