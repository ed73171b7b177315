package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Swagger UI with our plugin for pictures: it stands before the script that starts Swagger UI. */
@Component
final class SwaggerPage extends SwaggerIndexPageTransformer {
    private static final Resource PLUGIN = new ClassPathResource("swagger/pictures.js");
    private static final String START = "swagger-initializer.js";
    private static final String LAST_PLUGIN = "SwaggerUIBundle.plugins.DownloadUrl";

    SwaggerPage(
            SwaggerUiConfigProperties settings,
            SwaggerUiOAuthProperties oauth,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider mapper) {
        super(settings, oauth, welcome, mapper);
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource page = super.transform(request, resource, chain);
        if (!START.equals(resource.getFilename())) {
            return page;
        }
        String script = page.getContentAsString(UTF_8);
        if (!script.contains(LAST_PLUGIN)) {
            throw new IllegalStateException("this version of Swagger UI starts otherwise: " + script);
        }
        String ours = PLUGIN.getContentAsString(UTF_8) + script.replace(LAST_PLUGIN, LAST_PLUGIN + ", pictures");
        return new TransformedResource(page, ours.getBytes(UTF_8));
    }
}
