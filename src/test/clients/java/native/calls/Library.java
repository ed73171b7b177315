package calls;

import java.io.File;
import java.io.IOException;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.model.Problem;

/** What differs between the libraries. */
final class Library {
    private Library() {}

    static Problem problem(ApiException e) throws IOException {
        return new ApiClient().getObjectMapper().readValue(e.getResponseBody(), Problem.class);
    }

    /** For a part that may be left out: the generated code refuses null, the service takes an empty file for none. */
    static File noFile() throws IOException {
        File empty = File.createTempFile("none", "");
        empty.deleteOnExit();
        return empty;
    }
}
