type Address = Pick<Location, 'hash' | 'pathname' | 'search'>

/**
 * The proxy's token from a link that ends in `#token=…`, taken out of the address bar at once, so that it is neither
 * bookmarked nor seen. Null when the link has none.
 */
export const takeToken = (
  address: Address,
  history: Pick<History, 'replaceState'>,
): string | null => {
  const token = new URLSearchParams(address.hash.slice(1)).get('token')?.trim()
  if (token === undefined || token === '') return null
  history.replaceState(null, '', address.pathname + address.search)
  return token
}
