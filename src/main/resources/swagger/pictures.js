// What Swagger UI lacks for a service of pictures: a list of the models that there are, results that can be downloaded, and routes that
// are short when they are opened. A plugin as https://swagger.io/docs/open-source-tools/swagger-ui/customization/plugin-api/ describes it.
const pictures = () => {
  const endings = { 'application/x-npy': '.npy', 'application/json': '.json', 'image/jpeg': '.jpg' };
  const tasks = {
    '/v1/denoise': 'denoise',
    '/v1/fill': 'fill',
    '/v1/anomaly': 'anomaly',
    '/v1/reconstruct': 'autoencode',
    '/v1/encode': 'autoencode',
    '/v1/decode': 'autoencode',
  };

  /** The document, with the names of the models that fit as the values of the parameters that take one. */
  const withModels = (document, models) => {
    const listing = structuredClone(document);
    for (const [path, operations] of Object.entries(listing.paths)) {
      const task = tasks[Object.keys(tasks).find((route) => path === route || path.startsWith(`${route}/`))];
      const names = models
        .filter((model) => model.status === 'ready' && (!task || model.task === task))
        .map(({ name }) => name);
      for (const parameter of Object.values(operations).flatMap(({ parameters }) => parameters ?? [])) {
        if (names.length > 0 && (parameter.name === 'model' || (parameter.name === 'name' && path.includes('{name}')))) {
          parameter.schema.enum = names;
        }
      }
    }
    return listing;
  };

  /** Closed until it is asked for. */
  const folded = ({ React }, title, content) => React.createElement(
    'details',
    null,
    React.createElement('summary', { style: { cursor: 'pointer' } }, title),
    content,
  );

  return {
    statePlugins: {
      spec: {
        wrapActions: {
          updateJsonSpec: (show) => (document) => {
            fetch(new URL('../v1/models', location.href))
              .then((answer) => (answer.ok ? answer.json() : []))
              .then((models) => show(withModels(document, models)));
            return show(document);
          },
        },
      },
    },
    wrapComponents: {
      headers: (Headers, system) => (props) => folded(
        system,
        'Headers',
        system.React.createElement(Headers, props),
      ),
      response: (Response, system) => (props) => {
        const { React } = system;
        const [open, setOpen] = React.useState(false);
        if (open || props.code < '400') {
          return React.createElement(Response, props);
        }
        return React.createElement(
          'tr',
          { className: 'response' },
          React.createElement('td', { className: 'response-col_status' }, props.code),
          React.createElement(
            'td',
            { className: 'response-col_description' },
            React.createElement(
              'button',
              { className: 'btn', type: 'button', onClick: () => setOpen(true) },
              props.response.get('description'),
            ),
          ),
          React.createElement('td', { className: 'response-col_links' }),
        );
      },
      responseBody: (ResponseBody, system) => (props) => {
        const { React } = system;
        const { content, contentType = '', url } = props;
        const address = React.useMemo(() => (content instanceof Blob ? URL.createObjectURL(content) : ''), [content]);
        if (!address) {
          return React.createElement(ResponseBody, props);
        }
        const type = contentType.split(';')[0];
        const name = new URL(url, location.href).pathname.split('/').pop() + (endings[type] ?? `.${type.split('/')[1]}`);
        return React.createElement(
          'div',
          null,
          type.startsWith('image/') && React.createElement(ResponseBody, props),
          React.createElement('a', { className: 'btn', href: address, download: name }, `Download ${name}`),
        );
      },
    },
  };
};
