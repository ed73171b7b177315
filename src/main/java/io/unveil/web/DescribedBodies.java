package io.unveil.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The bodies of requests in the OpenAPI document, shared by the operations that take the same. A form comes first,
 * because clients that are generated take the first type. Parameters stand only under the query: Swagger UI would fill
 * each field of a form with a made-up value.
 */
@Component
@Order(1)
final class DescribedBodies implements OpenApiCustomizer {
    private static final String BODIES = "#/components/requestBodies/";
    /** A picture. */
    static final String PICTURE = BODIES + "Picture";
    /** A picture, and another to compare the result with. */
    static final String WITH_REFERENCE = BODIES + "PictureWithReference";
    /** A picture to fill, with its mask. */
    static final String WITH_MASK = BODIES + "PictureWithMask";
    /** Two pictures. */
    static final String PAIR = BODIES + "PicturePair";
    /** A latent code. */
    static final String CODE = BODIES + "Code";

    private static final String NPY = "application/x-npy";
    private static final String OCTETS = "application/octet-stream";

    @Override
    public void customise(OpenAPI description) {
        Components shared = description.getComponents();
        shared.addSchemas(
                "PictureForm", new ObjectSchema().addProperty("file", picture()).addRequiredItem("file"));
        shared.addSchemas(
                "PictureWithReferenceForm",
                new ObjectSchema()
                        .addProperty("file", picture())
                        .addProperty("reference", file("the true picture, to compare with; may be left empty"))
                        .addRequiredItem("file"));
        shared.addSchemas(
                "PictureWithMaskForm",
                new ObjectSchema()
                        .addProperty("file", picture())
                        .addProperty(
                                "mask",
                                file(
                                        "a picture of the same size, white where the picture is to be filled; without one choose a region or mask-from"))
                        .addProperty(
                                "reference", file("the picture without a hole, to compare with; may be left empty"))
                        .addRequiredItem("file"));
        shared.addSchemas(
                "PicturePairForm",
                new ObjectSchema()
                        .addProperty("file", picture())
                        .addProperty("reference", file("the picture to compare with"))
                        .addRequiredItem("file")
                        .addRequiredItem("reference"));
        shared.addSchemas(
                "CodeForm",
                new ObjectSchema()
                        .addProperty("file", file("the code: a .npy file, or JSON with shape and values"))
                        .addRequiredItem("file"));
        shared.addRequestBodies("Picture", body("PictureForm", "image/*", OCTETS));
        shared.addRequestBodies("PictureWithReference", body("PictureWithReferenceForm", "image/*", OCTETS));
        shared.addRequestBodies("PictureWithMask", body("PictureWithMaskForm", "image/*", OCTETS));
        shared.addRequestBodies("PicturePair", body("PicturePairForm"));
        shared.addRequestBodies("Code", body("CodeForm", NPY, OCTETS));
    }

    /** A form, or the file as the whole body. */
    private static RequestBody body(String form, String... whole) {
        Content content = new Content()
                .addMediaType(
                        "multipart/form-data",
                        new MediaType().schema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + form)));
        for (String type : whole) {
            content.addMediaType(type, new MediaType().schema(new StringSchema().format("binary")));
        }
        return new RequestBody().required(true).content(content);
    }

    private static Schema<?> picture() {
        return file("the picture: PNG, JPEG, WebP, TIFF, BMP, GIF, PNM, PSD or HDR");
    }

    private static Schema<?> file(String what) {
        return new StringSchema().format("binary").description(what);
    }
}
