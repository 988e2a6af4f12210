// The contract as somebody else could have written it: Swagger 2.0, derived by other code than compares it.
interface Json {
  [name: string]: unknown;
}

const isObject = (it: unknown): it is Json => typeof it === 'object' && it !== null && !Array.isArray(it);

/** A schema of OpenAPI 3.1 as Swagger 2.0 has it, with the vendor extension for what may be null. */
function schemaOf(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(schemaOf);
  if (!isObject(schema)) return schema;
  const { anyOf, type, ...rest } = schema;
  const kept = Object.fromEntries(Object.entries(rest).map(([name, it]) => [name, schemaOf(it)]));
  if (typeof kept['$ref'] === 'string')
    kept['$ref'] = String(kept['$ref']).replace('components/schemas', 'definitions');
  if (Array.isArray(anyOf)) {
    const parts = (anyOf as Json[]).filter((it) => !String(it['$ref']).endsWith('UnknownLiteral'));
    const first = parts.find((it) => it['type'] !== 'null');
    return {
      ...kept,
      ...(schemaOf(first) as Json),
      ...(parts.some((it) => it['type'] === 'null') && { 'x-nullable': true }),
    };
  }
  if (Array.isArray(type))
    return {
      ...kept,
      type: type.find((it) => it !== 'null') as unknown,
      ...(type.includes('null') && { 'x-nullable': true }),
    };
  return type === undefined ? kept : { ...kept, type };
}

const bodyOf = (answer: Json): Json => {
  const content = answer['content'] as Record<string, Json> | undefined;
  const schema = content?.['application/json']?.['schema'];
  return { description: 'x', ...(schema !== undefined && { schema: schemaOf(schema) }) };
};

export function asSwagger(document: object): Json {
  const { paths, components } = structuredClone(document) as {
    paths: Record<string, Json>;
    components: Record<'schemas' | 'parameters' | 'responses', Record<string, Json>>;
  };
  const parameterOf = (parameter: Json): Json => {
    if (typeof parameter['$ref'] === 'string') return { $ref: parameter['$ref'].replace('components/', '') };
    const { name, in: where, required, schema } = parameter;
    return { name, in: where, ...(required === true && { required }), type: (schema as Json)['type'] };
  };
  const operationOf = ({ operationId, parameters, requestBody, responses, 'x-added': added }: Json): Json => ({
    operationId,
    ...(added !== undefined && { 'x-added': added }),
    parameters: [
      ...((parameters ?? []) as Json[]).map(parameterOf),
      ...(isObject(requestBody) ? [{ name: 'body', in: 'body', schema: bodyOf(requestBody)['schema'] }] : []),
    ],
    responses: Object.fromEntries(
      Object.entries(responses as Record<string, Json>).map(([status, answer]) => [
        status,
        typeof answer['$ref'] === 'string' ? { $ref: answer['$ref'].replace('components/', '') } : bodyOf(answer),
      ]),
    ),
  });
  const each = (all: Record<string, Json>, change: (it: Json) => unknown): Json =>
    Object.fromEntries(Object.entries(all).map(([name, it]) => [name, change(it)]));
  return {
    swagger: '2.0',
    info: { title: 'x', version: '4.1.0.0' },
    basePath: '/api/rest',
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: each(paths, (item) =>
      Object.fromEntries(
        Object.entries(item).map(([name, it]) =>
          name === 'parameters' ? [name, (it as Json[]).map(parameterOf)] : [name, operationOf(it as Json)],
        ),
      ),
    ),
    definitions: each(components.schemas, schemaOf as (it: Json) => unknown),
    parameters: each(components.parameters, parameterOf),
    responses: each(components.responses, bodyOf),
  };
}
