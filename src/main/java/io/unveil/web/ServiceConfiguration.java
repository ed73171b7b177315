package io.unveil.web;

import io.unveil.inference.Admission;
import io.unveil.inference.AdmissionSettings;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.job.Job;
import io.unveil.job.JobSettings;
import io.unveil.job.JobWork;
import io.unveil.job.Jobs;
import io.unveil.pipeline.code.Coding;
import io.unveil.pipeline.code.Reconstructing;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.pipeline.fill.Filling;
import io.unveil.pipeline.layers.LookingInside;
import io.unveil.pipeline.score.Scoring;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

/** The other packages are plain Java; this class wires them together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    InferenceSettings.class,
    JobSettings.class,
    AdmissionSettings.class,
    LimitsSettings.class,
    SecuritySettings.class
})
class ServiceConfiguration {
    /** Threads of Tomcat that serve nothing else. */
    private static final int OF_HEALTH = 20;

    /** Bytes of a chunk's extensions, and of the fields behind the last one; hardly any client sends some. */
    private static final int MOST_AROUND_CHUNKS = 64;

    /** Closed by Spring after the last request. */
    @Bean
    Models models(InferenceSettings settings) {
        return Models.open(settings);
    }

    /** The start ends when they are loaded: until then they load beside it. */
    @Bean
    SmartInitializingSingleton loadedModels(Models models) {
        return models::all;
    }

    @Bean
    Denoising denoising(Models models) {
        return new Denoising(models);
    }

    @Bean
    Filling filling(Models models) {
        return new Filling(models);
    }

    @Bean
    Reconstructing reconstructing(Models models) {
        return new Reconstructing(models);
    }

    @Bean
    Scoring scoring(Models models) {
        return new Scoring(models);
    }

    @Bean
    Coding coding(Models models) {
        return new Coding(models);
    }

    @Bean
    LookingInside lookingInside(Models models) {
        return new LookingInside(models);
    }

    @Bean
    Admission admission(AdmissionSettings settings, LimitsSettings limits) {
        return new Admission(settings, limits.timeout());
    }

    /** Opens no database yet. What does the jobs needs the routes, which need this. */
    @Bean
    Jobs jobs(JobSettings settings, ObjectProvider<JobWork> works) {
        return new Jobs(settings, () -> works.stream().toList());
    }

    @Bean
    JobWork pictures(Replay replay, JsonMapper json) {
        return new PictureJobs(Job.PICTURE, replay, json);
    }

    @Bean
    JobWork batches(Replay replay, JsonMapper json) {
        return new PictureJobs(Job.BATCH, replay, json);
    }

    /** Parts of batches are read one by one, by {@link BatchBody}. */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    MultipartResolver parts() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return super.isMultipart(request) && !BatchBody.takes(request);
            }
        };
    }

    /** Requests that reach no servlet are answered by Tomcat, in our words. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(
            @Value("${server.tomcat.threads.max:200}") int threads) {
        return factory -> {
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(UnreadableRequest.class.getName()));
            factory.addEngineValves(new Callers(Math.max(1, threads - OF_HEALTH)));
            factory.addConnectorCustomizers(ServiceConfiguration::askForBodiesLate);
        };
    }

    /** Expect: 100-continue is answered when a body is read, and not before a refusal. */
    private static void askForBodiesLate(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setContinueResponseTiming("onRead");
            // Tomcat waits for each byte of what stands around chunks, past the clock of SlowBody
            protocol.setMaxExtensionSize(MOST_AROUND_CHUNKS);
            protocol.setMaxTrailerSize(MOST_AROUND_CHUNKS);
        }
    }
}
