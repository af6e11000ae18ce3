/** Where tests keep their databases. */

/** The servers that TEST_MONGODB_URI names, separated by spaces. */
export const mongoServers = (uris = '') => uris.split(/\s+/).filter(Boolean);

/** The address of another database on the same MongoDB server. */
export function mongoDatabaseUrl(uri, name) {
  const url = new URL(uri);
  url.pathname = `/${name}`;
  return url.toString();
}

export const templateName = 'forthright_template';
/** Where the template is made: on the first of the servers. copyMongoTemplate gives it to the others. */
export const mongoTemplateUrl = (uris) => mongoDatabaseUrl(mongoServers(uris)[0], templateName);
