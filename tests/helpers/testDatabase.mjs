/** Where tests keep their databases. */

/** The address of another database on the same MongoDB server. */
export function mongoDatabaseUrl(uri, name) {
  const url = new URL(uri);
  url.pathname = `/${name}`;
  return url.toString();
}

export const templateName = 'forthright_template';
export const mongoTemplateUrl = (uri) => mongoDatabaseUrl(uri, templateName);
