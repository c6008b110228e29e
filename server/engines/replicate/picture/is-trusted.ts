/** `own` is the API's address as it is configured; Replicate's pictures live on replicate.delivery. */
export const isTrusted = (url: URL, own: URL): boolean => {
  if (url.username !== '' || url.password !== '') return false
  if (url.origin === own.origin) return true
  const isDelivery =
    url.hostname === 'replicate.delivery' || url.hostname.endsWith('.replicate.delivery')
  return url.protocol === 'https:' && url.port === '' && isDelivery
}
