<?xml version="1.0" encoding="UTF-8"?>
<!--
  data.xsl - put the book's data in place of its processing instructions

  A pass from DocBook to DocBook, before the checks: <?handbook members-table id="x" title="y"?>
  becomes a table with that id, made of data/members.xml beside the book, and so forth.  What
  comes out is ordinary markup: it is checked, numbered and linked as if it had been typed.
  The data are held against data/rules.xml.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://docbook.org/ns/docbook" xmlns:d="urn:handbook:data"
  xmlns:db="http://docbook.org/ns/docbook" xmlns:str="http://exslt.org/strings" xmlns:set="http://exslt.org/sets" xmlns:hb="urn:handbook:xslt"
  xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="d db hb exsl str set">

<xsl:variable name="book" select="/"/>
<xsl:variable name="lang" select="string(/*/@xml:lang)"/>
<xsl:variable name="members" select="document('data/members.xml', $book)/d:members/d:member"/>
<xsl:variable name="meetings" select="document('data/meetings.xml', $book)/d:meetings/d:meeting"/>
<xsl:variable name="activities" select="document('data/activities.xml', $book)/d:activities/d:activity"/>
<xsl:variable name="rules" select="document('data/rules.xml', $book)/d:rules/*"/>

<xsl:template match="/">
  <xsl:apply-templates select="$rules"/>
  <xsl:apply-templates select="node()" mode="copy"/>
</xsl:template>

<xsl:template match="@* | node()" mode="copy">
  <xsl:copy>
    <xsl:apply-templates select="@* | node()" mode="copy"/>
  </xsl:copy>
</xsl:template>

<!-- ==== rules ==== -->
<xsl:template match="d:count">
  <xsl:variable name="file" select="document(concat('data/', @file), $book)"/>
  <xsl:variable name="n" select="count($file//*[local-name() = current()/@of])"/>
  <xsl:if test="$n != @is">
    <xsl:value-of select="hb:report('error', $file/*, concat('there must be ', @is, ' records &lt;',
      @of, '&gt; and there are ', $n))"/>
  </xsl:if>
</xsl:template>

<xsl:template match="d:each">
  <xsl:variable name="needs" select="concat(@needs, ' ')"/>
  <xsl:for-each select="document(concat('data/', @file), $book)//*[local-name() = current()/@of]">
    <xsl:call-template name="need">
      <xsl:with-param name="names" select="$needs"/>
    </xsl:call-template>
  </xsl:for-each>
</xsl:template>

<xsl:template name="need">
  <xsl:param name="names"/>
  <xsl:variable name="name" select="substring-before($names, ' ')"/>
  <xsl:variable name="value">
    <xsl:choose>
      <xsl:when test="starts-with($name, '@')"><xsl:value-of select="@*[name() = substring($name, 2)]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="*[local-name() = $name]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:if test="$name != ''">
    <xsl:if test="normalize-space($value) = ''">
      <xsl:value-of select="hb:report('error', ., concat('this ', local-name(), ' record (',
        ancestor-or-self::*/@xml:id, ') has no ', $name))"/>
    </xsl:if>
    <xsl:call-template name="need">
      <xsl:with-param name="names" select="substring-after($names, ' ')"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="d:dates">
  <xsl:variable name="names" select="concat(' ', @attributes, ' ')"/>
  <xsl:for-each select="($members | $meetings)/descendant-or-self::*/@*[contains($names, concat(' ', name(), ' '))]">
    <xsl:if test="hb:is-date(.) = ''">
      <xsl:value-of select="hb:report('error', .., concat('&quot;', ., '&quot; is no date: write YYYY-MM-DD, YYYY-MM or YYYY'))"/>
    </xsl:if>
  </xsl:for-each>
</xsl:template>

<!-- ==== bits ==== -->
<xsl:template name="pseudo">
  <xsl:param name="name"/>
  <xsl:value-of select="substring-before(substring-after(., concat($name, '=&quot;')), '&quot;')"/>
</xsl:template>

<xsl:template name="date">
  <xsl:choose>
    <xsl:when test="@until"><xsl:value-of select="hb:date-range(@date, @until, 'long', $lang)"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="hb:date(@date, 'long', $lang)"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- An element that states a fact, with its source. -->
<xsl:template match="*" mode="fact">
  <xsl:value-of select="normalize-space(.)"/>
  <xsl:apply-templates select="@source" mode="fact"/>
</xsl:template>

<xsl:template match="@source" mode="fact">
  <xsl:text> </xsl:text><biblioref linkend="{.}"/>
</xsl:template>

<!-- The source that all facts of a column share, if they do: its head names it, once. -->
<xsl:template name="one-source">
  <xsl:param name="facts"/>
  <xsl:variable name="sources" select="set:distinct($facts/@source)"/>
  <xsl:if test="count($sources) = 1 and count($facts) = count($facts/@source)">
    <xsl:apply-templates select="$sources" mode="fact"/>
  </xsl:if>
</xsl:template>

<!-- One fact of a column: with its source unless the head has it. -->
<xsl:template match="*" mode="cell">
  <xsl:param name="facts"/>
  <xsl:value-of select="normalize-space(.)"/>
  <xsl:if test="count(set:distinct($facts/@source)) != 1"><xsl:apply-templates select="@source" mode="fact"/></xsl:if>
</xsl:template>

<!-- The country's names in its own languages, one phrase each, from CLDR. -->
<xsl:template name="own-names">
  <xsl:param name="languages" select="concat(@languages, ' ')"/>
  <xsl:param name="separator" select="''"/>
  <xsl:variable name="code" select="substring-before($languages, ' ')"/>
  <xsl:if test="$code != ''">
    <xsl:value-of select="$separator"/>
    <phrase xml:lang="{$code}"><xsl:value-of select="hb:country(@code, $code)"/></phrase>
    <xsl:call-template name="own-names">
      <xsl:with-param name="languages" select="substring-after($languages, ' ')"/>
      <xsl:with-param name="separator" select="', '"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- The languages: their English names and what they call themselves. -->
<xsl:template name="languages">
  <xsl:param name="languages" select="concat(@languages, ' ')"/>
  <xsl:variable name="code" select="substring-before($languages, ' ')"/>
  <xsl:if test="$code != ''">
    <member>
      <xsl:value-of select="hb:language($code, $lang)"/>
      <xsl:if test="hb:language($code, $lang) != hb:language($code, $code)">
        <xsl:text> (</xsl:text>
        <phrase xml:lang="{$code}"><xsl:value-of select="hb:language($code, $code)"/></phrase>
        <xsl:text>)</xsl:text>
      </xsl:if>
    </member>
    <xsl:call-template name="languages">
      <xsl:with-param name="languages" select="substring-after($languages, ' ')"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template name="table">
  <xsl:param name="widths"/>
  <xsl:param name="heads"/>
  <xsl:param name="rows"/>
  <xsl:variable name="id"><xsl:call-template name="pseudo"><xsl:with-param name="name" select="'id'"/></xsl:call-template></xsl:variable>
  <table pgwide="1">
    <xsl:if test="$id != ''"><xsl:attribute name="xml:id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
    <title><xsl:call-template name="pseudo"><xsl:with-param name="name" select="'title'"/></xsl:call-template></title>
    <tgroup cols="{string-length($widths) - string-length(translate($widths, '*', ''))}">
      <xsl:for-each select="str:tokenize($widths, ' ')"><colspec colwidth="{.}"/></xsl:for-each>
      <thead><row><xsl:copy-of select="$heads"/></row></thead>
      <tbody><xsl:copy-of select="$rows"/></tbody>
    </tgroup>
  </table>
</xsl:template>

<!-- What there is, and what stands where there is nothing. -->
<xsl:template name="or-dash">
  <xsl:param name="facts"/>
  <xsl:param name="column" select="/.."/>
  <xsl:apply-templates select="$facts" mode="cell"><xsl:with-param name="facts" select="$column"/></xsl:apply-templates>
  <xsl:if test="not($facts)">–</xsl:if>
</xsl:template>

<!-- ==== what the instructions ask for ==== -->
<xsl:template match="processing-instruction('handbook')" mode="copy">
  <xsl:value-of select="hb:report('error', .., concat('&lt;?handbook ', ., '?&gt; is not known'))"/>
</xsl:template>

<xsl:template match="processing-instruction('handbook')[starts-with(., 'members-table')]" mode="copy">
  <xsl:call-template name="table">
    <xsl:with-param name="widths" select="'7* 10* 20* 6*'"/>
    <xsl:with-param name="heads">
      <entry>Member</entry>
      <entry>In its own languages</entry>
      <entry>Presiding body<xsl:call-template name="one-source"><xsl:with-param name="facts" select="$members/d:presiding"/></xsl:call-template></entry>
      <entry>Response team</entry>
    </xsl:with-param>
    <xsl:with-param name="rows">
      <xsl:for-each select="$members">
        <row>
          <entry><link linkend="{@xml:id}"><xsl:value-of select="hb:country(@code, $lang)"/></link></entry>
          <entry><xsl:call-template name="own-names"/></entry>
          <entry><xsl:apply-templates select="d:presiding" mode="cell"><xsl:with-param name="facts" select="$members/d:presiding"/></xsl:apply-templates></entry>
          <entry><xsl:call-template name="or-dash"><xsl:with-param name="facts" select="d:cert"/></xsl:call-template></entry>
        </row>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- A row for each presiding body; where a source names its offices, one for each of these. -->
<xsl:template match="processing-instruction('handbook')[starts-with(., 'members-directory')]" mode="copy">
  <xsl:call-template name="table">
    <xsl:with-param name="widths" select="'72* 192* 156*'"/>
    <xsl:with-param name="heads">
      <entry>Member</entry>
      <entry>Presiding body<xsl:call-template name="one-source"><xsl:with-param name="facts" select="$members/d:presiding"/></xsl:call-template></entry>
      <entry>Office and telephone<xsl:call-template name="one-source"><xsl:with-param name="facts" select="$members/d:office"/></xsl:call-template></entry>
    </xsl:with-param>
    <xsl:with-param name="rows">
      <xsl:for-each select="$members">
        <xsl:sort select="hb:sort-key(hb:country(@code, $lang), $lang)"/>
        <xsl:variable name="name"><link linkend="{@xml:id}"><xsl:value-of select="hb:country(@code, $lang)"/></link></xsl:variable>
        <xsl:for-each select="d:office">
          <row>
            <xsl:if test="position() = 1"><entry morerows="{last() - 1}"><xsl:copy-of select="$name"/></entry></xsl:if>
            <entry><xsl:value-of select="@body"/></entry>
            <entry>
              <xsl:if test="normalize-space(.) != ''"><xsl:value-of select="concat(normalize-space(.), ', ')"/></xsl:if>
              <xsl:value-of select="@telephone"/>
              <xsl:if test="count(set:distinct($members/d:office/@source)) != 1"><xsl:apply-templates select="@source" mode="fact"/></xsl:if>
            </entry>
          </row>
        </xsl:for-each>
        <xsl:if test="not(d:office)">
          <row>
            <entry><xsl:copy-of select="$name"/></entry>
            <entry><xsl:apply-templates select="d:presiding" mode="cell"><xsl:with-param name="facts" select="$members/d:presiding"/></xsl:apply-templates></entry>
            <entry>–</entry>
          </row>
        </xsl:if>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="processing-instruction('handbook')[starts-with(., 'meetings-table')]" mode="copy">
  <xsl:call-template name="table">
    <xsl:with-param name="widths" select="'50* 106* 54* 134* 76*'"/>
    <xsl:with-param name="heads">
      <entry>Meeting</entry>
      <entry>Date</entry>
      <entry>Place</entry>
      <entry>Chairs and outcome</entry>
      <entry>Source</entry>
    </xsl:with-param>
    <xsl:with-param name="rows">
      <xsl:for-each select="$meetings">
        <row xml:id="{@xml:id}">
          <entry>
            <xsl:value-of select="@number"/>
            <xsl:if test="@number = '' or not(@number)">–</xsl:if>
          </entry>
          <entry>
            <xsl:call-template name="date"/>
            <xsl:choose>
              <xsl:when test="@held = 'no' and @date"> (announced)</xsl:when>
              <xsl:when test="@held = 'no'">announced</xsl:when>
              <xsl:when test="not(@date)">–</xsl:when>
            </xsl:choose>
          </entry>
          <entry><xsl:value-of select="normalize-space(d:place)"/></entry>
          <entry>
            <xsl:for-each select="d:title"><emphasis><xsl:value-of select="normalize-space(.)"/></emphasis><xsl:text>. </xsl:text></xsl:for-each>
            <xsl:for-each select="d:chairs"><xsl:value-of select="concat(normalize-space(.), '. ')"/></xsl:for-each>
            <xsl:value-of select="normalize-space(d:outcome)"/>
            <xsl:if test="not(d:title or d:chairs or d:outcome)">–</xsl:if>
          </entry>
          <entry><xsl:for-each select="set:distinct(*/@source)"><xsl:if test="position() &gt; 1">, </xsl:if><biblioref linkend="{.}"/></xsl:for-each></entry>
        </row>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="processing-instruction('handbook')[starts-with(., 'activities-table')]" mode="copy">
  <xsl:call-template name="table">
    <xsl:with-param name="widths" select="'1* 6* 8*'"/>
    <xsl:with-param name="heads">
      <entry>No.</entry>
      <entry>Activity<xsl:apply-templates select="$activities/../@source" mode="fact"/></entry>
      <entry>Described in</entry>
    </xsl:with-param>
    <xsl:with-param name="rows">
      <xsl:for-each select="$activities">
        <row>
          <entry><xsl:value-of select="@number"/></entry>
          <entry><xsl:value-of select="normalize-space(.)"/></entry>
          <entry><xref linkend="{@chapter}"/></entry>
        </row>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="processing-instruction('handbook')[starts-with(., 'member-pages')]" mode="copy">
  <xsl:apply-templates select="$members" mode="page"/>
</xsl:template>

<!-- The languages of all members, each once, in the order of the members. -->
<xsl:variable name="all-languages">
  <xsl:for-each select="$members"><xsl:value-of select="concat(@languages, ' ')"/></xsl:for-each>
</xsl:variable>
<xsl:variable name="languages" select="set:distinct(str:tokenize($all-languages, ' '))"/>

<!-- What the members' languages call one of them, from CLDR: two to a row. -->
<xsl:template name="name-cells">
  <xsl:param name="member"/>
  <entry><xsl:value-of select="hb:language(., $lang)"/></entry>
  <entry><phrase xml:lang="{.}"><xsl:value-of select="hb:country($member/@code, .)"/></phrase></entry>
</xsl:template>

<xsl:template name="names-in-all-languages">
  <xsl:variable name="member" select="."/>
  <xsl:variable name="half" select="ceiling(count($languages) div 2)"/>
  <informaltable>
    <tgroup cols="4">
      <colspec colwidth="16*"/><colspec colwidth="20*"/><colspec colwidth="19*"/><colspec colwidth="17*"/>
      <thead><row><entry>Language</entry><entry>Name</entry><entry>Language</entry><entry>Name</entry></row></thead>
      <tbody>
        <xsl:for-each select="$languages[position() &lt;= $half]">
          <xsl:variable name="k" select="position()"/>
          <row>
            <xsl:call-template name="name-cells"><xsl:with-param name="member" select="$member"/></xsl:call-template>
            <xsl:for-each select="$languages[$half + $k]">
              <xsl:call-template name="name-cells"><xsl:with-param name="member" select="$member"/></xsl:call-template>
            </xsl:for-each>
            <xsl:if test="not($languages[$half + $k])"><entry/><entry/></xsl:if>
          </row>
        </xsl:for-each>
      </tbody>
    </tgroup>
  </informaltable>
</xsl:template>

<!-- What a member fills in once a year. -->
<xsl:template name="confirmation">
  <para>To be confirmed or corrected by the member, once a year:</para>
  <informaltable role="form" rowheader="firstcol">
    <tgroup cols="2">
      <colspec colwidth="5*"/><colspec colwidth="9*"/>
      <tbody>
        <xsl:for-each select="str:tokenize('Presiding body|Response team|Contact point, at all hours|Deputy|Confirmed by, on', '|')">
          <row><entry><xsl:value-of select="."/></entry><entry/></row>
        </xsl:for-each>
      </tbody>
    </tgroup>
  </informaltable>
</xsl:template>

<!-- A page for each, to be handed out alone. -->
<xsl:template match="d:member" mode="page">
  <xsl:processing-instruction name="hard-pagebreak"/>
  <section xml:id="{@xml:id}" role="member">
    <title><xsl:value-of select="hb:country(@code, $lang)"/></title>
    <para role="names"><xsl:call-template name="own-names"/></para>
    <variablelist role="facts">
      <varlistentry>
        <term>Name in the statement</term>
        <listitem><para><xsl:apply-templates select="d:formal" mode="fact"/></para></listitem>
      </varlistentry>
      <varlistentry>
        <term>Languages shown</term>
        <listitem><simplelist><xsl:call-template name="languages"/></simplelist></listitem>
      </varlistentry>
      <varlistentry>
        <term>Country code</term>
        <listitem><para><code><xsl:value-of select="@code"/></code></para></listitem>
      </varlistentry>
      <varlistentry>
        <term>Presiding body</term>
        <listitem><para><xsl:apply-templates select="d:presiding" mode="fact"/></para></listitem>
      </varlistentry>
      <varlistentry>
        <term>Response team</term>
        <listitem>
          <para>
            <xsl:choose>
              <xsl:when test="d:cert"><xsl:apply-templates select="d:cert" mode="fact"/></xsl:when>
              <xsl:otherwise>The sources of this edition do not name one.</xsl:otherwise>
            </xsl:choose>
          </para>
        </listitem>
      </varlistentry>
    </variablelist>
    <xsl:choose>
      <xsl:when test="d:record">
        <para>What the sources say of its part in the cooperation:</para>
        <variablelist role="record">
          <xsl:for-each select="d:record">
            <varlistentry>
              <term><xsl:call-template name="date"/></term>
              <listitem><para><xsl:apply-templates select="." mode="fact"/></para></listitem>
            </varlistentry>
          </xsl:for-each>
        </variablelist>
      </xsl:when>
      <xsl:otherwise>
        <para>Beyond its place among the members the sources of this edition say nothing of its
          part in single meetings.</para>
      </xsl:otherwise>
    </xsl:choose>
    <para>Its name in the languages of the members:</para>
    <xsl:call-template name="names-in-all-languages"/>
    <xsl:call-template name="confirmation"/>
  </section>
</xsl:template>

</xsl:stylesheet>
