-- The model that a style has is its first version.
UPDATE styles SET style = json_set(
  style,
  '$.versions',
  json_array(json_object(
    'number', 1,
    'model', style ->> '$.model',
    'createdAt', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'note', '',
    'state', 'active',
    'origin', json_object('type', 'typed')
  ))
) WHERE json_valid(style) AND style ->> '$.model' IS NOT NULL;
